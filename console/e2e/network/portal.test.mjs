// A citizen's way at the real city: an appeal with a photo handed in on a phone, seen in the console with its photo,
// followed by code and phone number, rated; once more by keyboard alone. Every page of the portal goes through axe.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, loseAnswer, password, run, steps } from '../people.mjs';

const phone = `139${run}0`.slice(0, 11).padEnd(11, '1');
const words = `九龙路${run}号小区东门路灯不亮，请尽快修理。`;
const answer = `已更换损坏路灯，${run}号门前亮灯正常。`;
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const unit = 'CGJ';
const { as, browser } = steps();
let code = '';
let ticket = '';

/** @typedef {import('playwright-core').Page} Page */

/** A page of nobody, on a phone. @param {(page: Page) => Promise<void>} work */
async function onAPhone(work) {
  const context = await browser().newContext({
    baseURL: city,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  try {
    await work(page);
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    assert.equal(over, 0, 'nothing has to be scrolled sideways');
  } catch (failure) {
    const folder = process.env.HOTLINE_E2E_SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/portal.png`, fullPage: true });
    throw failure;
  } finally {
    await context.close();
  }
}

/**
 * What a member of staff does, without the console: other tests show that.
 *
 * @param {string} username
 * @param {string} path
 * @param {object} data
 */
async function act(username, path, data) {
  const context = await browser().newContext({ baseURL: city });
  try {
    await context.request.post('/api/session', { data: { username, password } });
    const done = await context.request.post(`/api/${path}`, { data });
    assert.ok(done.ok(), `${path}: ${await done.text()}`);
  } finally {
    await context.close();
  }
}

/** @param {Page} page */
async function ask(page) {
  await page.goto('/portal/query');
  await page.getByLabel('查询码').fill(code);
  await page.getByLabel('登记时留的电话').fill(phone);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('已提交').waitFor();
}

describe('the citizens’ portal', () => {
  it('takes an appeal in with a photo, on a phone', async () => {
    await onAPhone(async (page) => {
      await page.goto('/portal');
      await page.getByRole('link', { name: '我要反映' }).waitFor();
      await accessible(page, 'portal');
      await page.getByRole('link', { name: '我要反映' }).tap();
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByText('还差几处没有填好').waitFor();
      await accessible(page, 'portal form with faults');
      await page.getByLabel('求助').check();
      await page.getByLabel('事情的经过').fill(words);
      await page.reload();
      assert.equal(await page.getByLabel('事情的经过').inputValue(), words, 'the draft is kept');
      await page.getByLabel('具体地址').fill(`九龙路${run}号`);
      await page.getByLabel('您的姓名').fill('王测试');
      await page.getByLabel('联系电话').fill(phone);
      await page
        .getByLabel('拍照或选照片')
        .setInputFiles([{ name: '现场.png', mimeType: 'image/png', buffer: photo }]);
      await page.getByLabel('我已阅读并同意').check();
      await loseAnswer(page, '/api/public/appeals');
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('heading', { name: '提交成功' }).waitFor();
      await page.getByText('1 张照片都已送达').waitFor();
      await accessible(page, 'portal receipt');
      code = ((await page.locator('.code').textContent()) ?? '').replaceAll(/\s/g, '');
      ticket = /\d{6}-\d{8}-\d{6,}/.exec((await page.textContent('main')) ?? '')?.[0] ?? '';
      assert.match(code, /^[0-9A-Z]{12}$/);
      assert.ok(ticket, 'the number is shown');
    });
  });

  it('lets the city see the ticket with its photo', async () => {
    await as(city, 'huawu', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.getByText(words).first().waitFor();
      const shown = page.locator('.tile img');
      await shown.waitFor();
      await page.waitForFunction("document.querySelector('.tile img')?.naturalWidth > 0");
    });
  });

  it('is dealt with like any other ticket', async () => {
    await act('huawu', `tickets/${ticket}/accept`, {});
    const orders = [{ assignee: { kind: 'UNIT', code: unit }, role: 'LEAD' }];
    await act('paidan', `tickets/${ticket}/dispatch`, { orders });
    const work = `assignments/${ticket}~1`;
    await act(`unit-${unit}`, `${work}/sign-for`, { contactNote: '已电话联系，约定上门' });
    await onAPhone(async (page) => {
      await ask(page);
      await page.getByText('办理中').first().waitFor();
      await page.getByText('已转交').waitFor();
    });
    const reply = { content: answer, resolved: true, contactedRequester: true };
    await act(`unit-${unit}`, `${work}/reply`, reply);
    const verdict = { assignmentId: `${ticket}/1`, accept: true, opinion: '属实' };
    await act('shenhe', `tickets/${ticket}/review`, verdict);
  });

  it('shows the citizen the answer, which he rates, by code and phone number', async () => {
    await onAPhone(async (page) => {
      await ask(page);
      await page.getByText(answer).first().waitFor();
      await page.getByLabel('非常满意').waitFor();
      await accessible(page, 'portal progress');
      await page.getByRole('button', { name: '适老大字版' }).tap();
      await accessible(page, 'portal progress in the large mode');
      await page.getByLabel('非常满意').check();
      await page.getByLabel('解决了', { exact: true }).check();
      await page.getByRole('button', { name: '提交评价' }).tap();
      await page.getByText('谢谢您的评价').waitFor();
      await page.getByText('您的评价：非常满意').waitFor();
    });
    await as(city, 'huifang', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.getByText('非常满意').first().waitFor();
    });
  });

  it('can be used by the keyboard alone', async () => {
    await onAPhone(async (page) => {
      await page.goto('/portal/new');
      await page.getByLabel('咨询').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.type(`${words}键盘。`);
      const wanted = ['name', 'phone', 'consent'];
      for (let presses = 0; wanted.length > 0 && presses < 20; presses++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate('document.activeElement.id');
        if (at !== wanted[0]) continue;
        if (at === 'name') await page.keyboard.type('王测试');
        if (at === 'phone') await page.keyboard.type(phone);
        if (at === 'consent') await page.keyboard.press('Space');
        wanted.shift();
      }
      assert.deepEqual(wanted, [], 'every field is reached');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '提交成功' }).waitFor();
      assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1', 'focus is there');
    });
  });
});
