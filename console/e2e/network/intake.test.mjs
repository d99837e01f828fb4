// The call-taker's desk on a real node: calls come in through the interface of the telephone exchange, pop up where they
// ring, and are noted down by keyboard alone and by mouse.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, loseAnswer, password, run, steps } from '../people.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { as } = steps();
const phone = `1381${run}`;
const other = `1382${run}`;
const title = `兰州路${run}号井盖缺失`;
const ringing = new RegExp(`来电 138\\*{4}${run.slice(-4)}`);
let key = '';
let ticket = '';
let events = 0;

/**
 * What the exchange reports, with the key of an exchange.
 *
 * @param {string} call
 * @param {string} type
 * @param {object} [more]
 */
async function report(call, type, more = {}) {
  const response = await fetch(`${city}/api/telephony/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Api-Key': key },
    body: JSON.stringify({
      ...{ eventId: `${run}-${++events}`, callId: `${run}-${call}`, type, line: '12345' },
      ...{ at: new Date().toISOString(), direction: 'INBOUND', ...more },
    }),
  });
  assert.equal(response.status, 200, await response.text());
}

/** @param {string} call @param {string} caller */
async function rings(call, caller) {
  await report(call, 'STARTED', { caller });
  await report(call, 'RINGING', { caller, agent: 'huawu' });
  await report(call, 'ANSWERED', { caller, agent: 'huawu' });
}

/** The place where one types now. @param {Page} page */
const typing = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

/** Goes on with the tabulator until a field is reached. @param {Page} page @param {string} label */
async function tabTo(page, label) {
  for (let at = 0; at < 40; at++) {
    if ((await typing(page)) === label) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${label} cannot be reached by the tabulator`);
}

/** Picks in a list by what is typed. @param {Page} page @param {string} label @param {string} typed */
async function pick(page, label, typed) {
  await tabTo(page, label);
  await page.keyboard.press('Enter');
  await page.keyboard.type(typed);
  const offered = page.locator('.el-select-dropdown__item').filter({ visible: true });
  await offered.first().waitFor();
  await page.keyboard.press('Enter');
  // The list folds up slowly; the next one must not be mistaken for it.
  await offered.first().waitFor({ state: 'hidden' });
}

describe('a call at the desk of a call-taker', () => {
  it('is reported by an exchange, which has a key of its own', async () => {
    const signIn = await fetch(`${city}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password }),
    });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const issued = await fetch(`${city}/api/api-clients`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify({ kind: 'TELEPHONY', name: `话务平台${run}`, scope: [] }),
    });
    ({ key } = await issued.json());
    assert.ok(key);
  });

  it('pops a prefilled ticket, which is filled in and sent by keyboard alone', () =>
    as(city, 'huawu', async (page) => {
      await rings('first', phone);
      await page.getByRole('tab', { name: ringing }).waitFor();
      await page.waitForFunction((caller) => {
        const field = document.querySelector('input[aria-label="联系电话"]');
        return field instanceof HTMLInputElement && field.value === caller;
      }, phone);

      await tabTo(page, '姓名');
      await page.keyboard.type('周女士');
      await tabTo(page, '紧急程度');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      await tabTo(page, '标题');
      await page.keyboard.type(title);
      await tabTo(page, '诉求内容');
      await page.keyboard.type(`兰州路${run}号门口的井盖不见了，晚上没有灯，很危险。`);
      await pick(page, '事项', 'dlyld');
      await pick(page, '所属区域', 'xfq');
      await tabTo(page, '涉事地点');
      await page.keyboard.type(`兰州路${run}号`);
      await page
        .getByText(/按归口目录|属该县（区）负责/)
        .first()
        .waitFor();
      await accessible(page);

      // A reload loses nothing, and the call is still there.
      await page.reload();
      await page.getByText('已恢复上次未提交的内容').waitFor();
      assert.equal(await page.getByLabel('标题').inputValue(), title);
      await page.getByLabel('当前来电').waitFor();
      await page.keyboard.press('Alt+c');
      await page.keyboard.press('Control+Enter');
      const done = page.getByRole('status').filter({ hasText: '刚才登记的工单' });
      ticket = await done.locator('a.mono').innerText();
      assert.match(ticket, /^\w+-\d{8}-\d+$/);
      await report('first', 'ENDED');
      await page.keyboard.press('Enter');
      await done.waitFor({ state: 'hidden' });
    }));

  it('offers first to add to the ticket that the same caller has open', () =>
    as(city, 'huawu', async (page) => {
      await rings('second', phone);
      const open = page.getByLabel('诉求人情况');
      await open.getByText(title).waitFor();
      assert.equal(await page.getByLabel('姓名').inputValue(), '周女士');
      await page.getByRole('button', { name: /追加（Alt\+A）/ }).waitFor();
      await page.keyboard.press('Alt+a');
      await page.getByLabel('追加内容').fill('刚才有一位老人摔倒了，请尽快处理。');
      // Another call that rings meanwhile waits: what is typed goes nowhere else.
      await report('waiting', 'STARTED', { caller: other });
      await report('waiting', 'RINGING', { caller: other, agent: 'huawu' });
      await page.getByText('已放入新页签').waitFor();
      await loseAnswer(page, `/api/tickets/${ticket}/supplement`);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').getByText('连不上服务器').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('已追加到在办工单').waitFor();
      await report('waiting', 'ENDED');
      await page.goto(`/tickets/${ticket}`);
      const added = page.getByLabel('诉求人追加').getByText('刚才有一位老人摔倒了');
      await added.first().waitFor();
      assert.equal(await added.count(), 1, 'sent twice, it is added once');
      await report('second', 'ENDED');
    }));

  it('keeps several appeals in tabs over a reload, and asks before one is closed, by mouse', () =>
    as(city, 'huawu', async (page) => {
      await page.goto('/intake');
      await page.getByLabel('诉求内容').fill(`第一件${run}`);
      await page.getByRole('button', { name: '新诉求' }).click();
      await page.getByLabel('诉求内容').fill(`第二件${run}`);
      await page.reload();
      assert.equal(await page.getByLabel('诉求内容').inputValue(), `第二件${run}`);
      await page.getByRole('tab', { name: `第一件${run}` }).click();
      assert.equal(await page.getByLabel('诉求内容').inputValue(), `第一件${run}`);
      await page.getByRole('button', { name: '关闭当前页签' }).click();
      await page.getByRole('button', { name: '继续填写' }).click();
      await page.getByRole('button', { name: '关闭当前页签' }).click();
      await page.getByRole('button', { name: '关闭', exact: true }).click();
      assert.equal(await page.getByLabel('诉求内容').inputValue(), `第二件${run}`);
    }));

  it('is noted down by mouse, its matter and region taken from the suggestions, and dispatched at once', () =>
    as(city, 'huawu', async (page) => {
      await rings('third', other);
      await page.getByRole('tab', { name: ringing }).waitFor();
      await page.getByLabel('标题').fill(`物业${run}乱收费`);
      await page.getByLabel('诉求内容').fill(`庆阳市区某小区物业${run}乱收停车费，请查处。`);
      await page.getByText('投诉', { exact: true }).click();
      await page.getByRole('combobox', { name: '所属区域' }).click();
      await page.getByRole('option', { name: '庆阳市', exact: true }).click();
      await page.getByRole('button', { name: /采纳，受理并转办/ }).click();
      await loseAnswer(page, '/api/tickets');
      await page.getByRole('button', { name: '提交（Ctrl+Enter）' }).click();
      await page.locator('.work').getByText('连不上服务器').waitFor();
      await page.getByRole('button', { name: '提交（Ctrl+Enter）' }).click();
      // It is the ticket of the first time, not a second one that is refused as its duplicate.
      const done = page.getByRole('status').filter({ hasText: '刚才登记的工单' });
      await done.getByText('办理中').waitFor();

      // The caller is taken to somebody else, and what becomes of it shows at the call.
      await page.getByRole('button', { name: '转接 / 三方' }).click();
      const dialog = page.getByRole('dialog', { name: '转接来电' });
      await dialog.getByText('紧急热线', { exact: true }).click();
      await dialog.getByText(/随来电一并转去/).click();
      await dialog.getByRole('combobox', { name: '对方' }).click();
      await page.getByRole('option', { name: '110', exact: true }).click();
      await accessible(page, 'transfer');
      await dialog.getByRole('button', { name: '转接', exact: true }).click();
      await page.getByLabel('当前来电').getByText('正在接通').waitFor();
      await report('third', 'TRANSFERRED', { targetKind: 'EMERGENCY', targetCode: '110' });
      await page.getByLabel('当前来电').getByText('已接通').waitFor();
      await report('third', 'ENDED');
      await done.getByRole('button', { name: /下一件/ }).click();
    }));

  it('stands in the call records, which are narrowed and taken as a file by keyboard', () =>
    as(city, 'huawu', async (page) => {
      await page.getByRole('link', { name: '话务记录' }).click();
      await page.locator(`[data-call$=":${run}-first"]`).getByText(ticket).waitFor();
      await page.getByLabel('工单编号').press('Control+a');
      await page.keyboard.type(ticket);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**ticket=${ticket}*`);
      await page.locator(`[data-call$=":${run}-third"]`).waitFor({ state: 'detached' });

      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).press('Enter');
      const file = await readFile(await (await coming).path(), 'utf8');
      assert.match(file, new RegExp(`:${run}-first,.*138\\*{4}${run.slice(-4)},.*${ticket}`));
      assert.match(file, /导出完毕，共 \d+ 条/);
      assert.ok(!file.includes(phone) && !file.includes(`${run}-third`));
    }));

  it('is given the ticket that it was about afterwards, by mouse', () =>
    as(city, 'huawu', async (page) => {
      await report('fourth', 'STARTED', { caller: other });
      await report('fourth', 'ANSWERED', { caller: other, agent: 'huawu' });
      await page.goto('/calls');
      await page.getByRole('link', { name: /^通话中 138.*到受理台登记$/ }).waitFor();
      await accessible(page, 'calls, with one going on');
      await report('fourth', 'ENDED');
      await page.getByRole('link', { name: /到受理台登记$/ }).waitFor({ state: 'detached' });
      await page.reload();
      const row = page.locator(`[data-call$=":${run}-fourth"]`);
      await row.getByText('直接解答').waitFor();
      await row.getByRole('button').click();
      const detail = page.getByRole('dialog', { name: '话务记录详情' });
      await detail.getByRole('link', { name: '到受理台补登记' }).waitFor();
      await accessible(page, 'call');
      await detail.getByRole('button', { name: '关联工单' }).click();
      const dialog = page.getByRole('dialog', { name: '关联工单' });
      await dialog.getByLabel('工单编号').fill(ticket);
      await dialog.getByRole('button', { name: '确定关联' }).click();
      await detail.getByRole('link', { name: ticket }).waitFor();
      await page.keyboard.press('Escape');
      await detail.waitFor({ state: 'detached' });
      await row.getByText('形成工单').waitFor();
    }));
});
