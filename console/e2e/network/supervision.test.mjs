// The supervisor's main job: a supervision from its issue to its end, and pressing for what is late.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, loseAnswer, run, send, start, steps } from '../people.mjs';
import { ask, dispatched } from '../work.mjs';

const { as } = steps();
const unit = 'CGJ';
const title = `督办${run}垃圾久未清运`;
const demand = `请于两日内办结${run}并书面说明。`;
let ticket = '';

/** @param {string} state */
async function found(state) {
  const page = await ask(city, 'duban', `/supervisions?state=${state}&size=200`);
  return page.items.find((/** @type {any} */ each) => each.demand === demand);
}

describe('a supervision', () => {
  it('is issued by keyboard', async () => {
    ticket = (await dispatched(city, title, unit)).split('/')[0] ?? '';
    await as(city, 'duban', async (page) => {
      await page.goto('/supervision');
      await page.locator('[data-issue]').waitFor();
      await page.keyboard.press('i');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '督办对象' }).click();
      await page.keyboard.type('市城管局');
      await page.keyboard.press('Enter');
      await dialog.getByLabel('督办要求').fill(demand);
      await dialog.getByLabel('涉及工单').fill(ticket);
      await send(page, '督办已立项');
      await page.getByText(demand).first().waitFor();
    });
    assert.equal((await found('ISSUED')).ticketId, ticket);
  });

  it('is explained by the unit by mouse, once although the answer is lost on its way', async () => {
    const { id } = await found('ISSUED');
    await as(city, `unit-${unit}`, async (page) => {
      await page.getByRole('link', { name: '督办台' }).click();
      await page.getByText(demand).first().click();
      await start(page, 'explain');
      await loseAnswer(page, `/api/supervisions/${id.replaceAll('/', '~')}/explain`);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('情况说明').fill('清运车辆故障，已调配备用车。');
      await dialog.getByRole('button', { name: '确定提交情况说明' }).click();
      await dialog.getByText('连不上服务器').waitFor();
      await dialog.getByRole('button', { name: '确定提交情况说明' }).click();
      await page.getByText('情况说明已提交').first().waitFor();
    });
    assert.equal((await found('EXPLAINED')).explanations.length, 1);
  });

  it('is judged and closed', async () => {
    await as(city, 'duban', async (page) => {
      await page.goto('/supervision?queue=explained');
      await page.getByText(demand).first().click();
      await start(page, 'judge');
      await page.getByRole('dialog').getByText('认可', { exact: true }).click();
      await send(page, '情况说明已审核');
      await start(page, 'close');
      await page.getByRole('dialog').getByLabel('督办结论').fill('已清运');
      await send(page, '督办已办结');
    });
    assert.equal((await found('CLOSED')).ended.text, '已清运');
  });

  it('is issued from the ticket itself, by key, against whoever is in the lead', () =>
    as(city, 'duban', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.locator('[data-action="issue-supervision"]').waitFor();
      await page.keyboard.press('i');
      const dialog = page.getByRole('dialog', { name: '督办立项' });
      await dialog.locator('form :focus').waitFor();
      await dialog.getByText('市城管局').waitFor();
      assert.equal(await dialog.getByLabel('涉及工单').inputValue(), ticket);
      await dialog.getByLabel('督办要求').fill(`${demand}（二）`);
      await send(page, '督办已立项');
      await page.getByLabel('关联事项').getByText(`${demand}（二）`).waitFor();
    }));

  it('presses for an answer by key', () =>
    as(city, 'duban', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.getByRole('button', { name: '催办' }).first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('催办 · 市城管局').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('u');
      await page.getByRole('dialog', { name: '催办' }).getByLabel('催办内容').fill('请尽快清运。');
      await send(page, '已催办');
    }));

  it('keeps a caller away who abuses the hotline, and lets him in again', async () => {
    const evidence = `连续辱骂话务员（${run}）`;
    const phone = `1993${run}`;
    const one = await ask(city, 'huawu', '/abuse-cases', { ground: 'HARASSMENT', evidence, phone });
    await as(city, 'duban', async (page) => {
      await page.goto('/supervision?part=abuse');
      const row = page.locator('tr', { hasText: evidence });
      await row.locator('[data-step="restrict"]').click();
      const dialog = page.getByRole('dialog', { name: '限制来电' });
      await dialog.getByText('最长 72 小时').waitFor();
      await accessible(page);
      await dialog.getByRole('button', { name: '3 天' }).click();
      await dialog.getByLabel('限制理由').fill('经多次劝导仍不停止。');
      await send(page, '已限制来电');
      await row.getByText('限制至', { exact: false }).first().waitFor();
      assert.equal((await ask(city, 'duban', `/abuse-cases/${one.id}`)).restricted, true);
      await row.locator('[data-step="lift"]').press('Enter');
      await page.getByRole('dialog', { name: '解除限制' }).getByLabel('原因').fill('已道歉。');
      await send(page, '已解除限制');
      await row.getByText('解除：已道歉。').waitFor();
    });
    assert.equal((await ask(city, 'duban', `/abuse-cases/${one.id}`)).restricted, false);
  });

  it('takes the list of who abuses the hotline as a file, and the messages with where they stand', () =>
    as(city, 'duban', async (page) => {
      await page.goto('/supervision?part=abuse');
      let coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).click();
      const cases = await readFile(await (await coming).path(), 'utf8');
      assert.match(cases, new RegExp(`连续辱骂话务员（${run}）.*解除：已道歉。`));

      await page.getByRole('link', { name: '短信记录' }).click();
      await page.getByLabel('工单编号').fill(ticket);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**ticket=${ticket}*`);
      await page.locator('tr', { hasText: ticket }).getByText('受理告知').first().waitFor();
      coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).press('Enter');
      const messages = await readFile(await (await coming).path(), 'utf8');
      assert.match(messages, new RegExp(`${ticket},受理告知,`));
      await page.locator('label', { hasText: '发送失败' }).click();
      await page.getByText('没有发送失败的短信').waitFor();
    }));

  it('shows what is late and what has got stuck, part by part', () =>
    as(city, 'duban', async (page) => {
      for (const part of ['late', 'clearing', 'handovers', 'notices', 'callbacks', 'abuse']) {
        await page.locator(`[data-part="${part}"]`).click();
        await page.waitForURL(`**part=${part}*`);
        await page.waitForFunction(() => !document.body.innerText.includes('正在加载'));
        assert.equal(await page.getByRole('alert').count(), 0, part);
      }
    }));
});
