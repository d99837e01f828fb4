// Finding a ticket by whatever is known of it, and taking a list away as a file: by keyboard and by mouse.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, run, steps } from '../people.mjs';

const { as } = steps();
/** Short enough not to be taken for a telephone number, of which none is looked for in texts. */
const mark = run.slice(-5);
const place = `测试里${mark}号`;
const title = `${place}热力管道渗漏`;
const phone = `1980${run}`;
const external = `EXT-${run}`;
let ticket = '';

/** @param {import('playwright-core').Page} page */
const box = (page) => page.getByLabel('查询内容');

/** Types into the one box and sends it off, without a mouse. @param {import('playwright-core').Page} page @param {string} text */
async function look(page, text) {
  await box(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** @param {import('playwright-core').Page} page */
const category = (page) =>
  page
    .locator('.el-select')
    .filter({ has: page.getByRole('combobox', { name: '类别', exact: true }) });

/** @param {import('playwright-core').Page} page */
async function isFound(page) {
  await page.locator('.table tbody tr').nth(1).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: ticket }).waitFor();
}

describe('the search for tickets', () => {
  it('finds what was just registered by words of its content, which stand out', () =>
    as(city, 'huawu', async (page) => {
      const registered = await page.request.post('/api/tickets', {
        data: {
          ...{ channel: 'PHONE', category: 'HELP', region: '621002', place, title },
          content: `家属院门口热力管道渗漏，路面结冰${mark}处，联系 ${phone}。`,
          occurredAt: '2026-11-20T19:00:00+08:00',
          externalId: { system: '省平台', number: external },
          requester: { name: '孙验收', phone },
          decision: { kind: 'ACCEPT' },
        },
      });
      assert.equal(registered.status(), 201, await registered.text());
      ticket = (await registered.json()).id;
      await page.goto('/tickets');
      await look(page, `路面结冰${mark} 家属院`);
      await isFound(page);
      const excerpt = page.locator('.excerpt');
      assert.ok((await excerpt.innerText()).includes('结冰'));
      assert.ok(!(await excerpt.innerText()).includes(phone));
      assert.ok((await excerpt.locator('mark').count()) > 0);
      await accessible(page, 'the search with its finds');
    }));

  it('finds it by its number, by another system’s number and by telephone, which stays out of the address', () =>
    as(city, 'huawu', async (page) => {
      await page.goto('/tickets');
      for (const known of [ticket, external, phone]) {
        await look(page, known);
        await isFound(page);
      }
      assert.ok(!page.url().includes(phone), page.url());
      await look(page, '绝无此事的词语');
      await page.getByText('没有符合条件的工单').waitFor();
    }));

  it('narrows by mouse, and the address brings the same list back', () =>
    as(city, 'duban', async (page) => {
      await page.goto('/tickets');
      await page.getByRole('button', { name: '更多条件' }).click();
      await page.getByLabel('涉事地点').fill(place);
      await page.getByLabel('涉事地点').press('Enter');
      await isFound(page);
      await category(page).click();
      await page.getByRole('option', { name: '投诉' }).click();
      await page.getByText('没有符合条件的工单').waitFor();
      await category(page).click();
      await page.getByRole('option', { name: '求助' }).click();
      await isFound(page);
      await page.reload();
      await isFound(page);
      await page.getByRole('button', { name: '重置' }).click();
      await page.waitForURL((url) => url.search === '');
    }));

  it('leaves as a file that says how many there are', () =>
    as(city, 'duban', async (page) => {
      await page.goto(`/tickets?q=${encodeURIComponent(place)}`);
      await isFound(page);
      const csv = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).click();
      const file = await csv;
      assert.match(file.suggestedFilename(), /^工单-\d{8}-\d{6}\.csv$/);
      const text = await readFile(await file.path(), 'utf8');
      assert.ok(text.includes(ticket) && !text.includes(phone), text);
      assert.ok(text.endsWith('导出完毕，共 1 条\r\n'), text.slice(-40));
      const workbook = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 Excel' }).focus();
      await page.keyboard.press('Enter');
      assert.match((await workbook).suggestedFilename(), /\.xlsx$/);
    }));
});
