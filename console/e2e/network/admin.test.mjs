// What an administrator does at a node, and an auditor sees of it: by keyboard and by mouse.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, run, steps } from '../people.mjs';

const { as } = steps();
const code = `SJJ${run}`;
const unit = `市数据局${run}`;
const username = `shuju${run}`;
const initial = 'Rainy-day-24';
const renewed = 'Sunny-day-25';

/** Moves from field to field and types. @param {import('playwright-core').Page} page @param {string[]} texts */
async function typeOn(page, ...texts) {
  for (const [at, text] of texts.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
}

/** @param {import('playwright-core').Page} page @param {string} done */
async function submitted(page, done) {
  await page.getByText(done).first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** What is saved by a step. @param {import('playwright-core').Page} page @param {() => Promise<void>} step */
async function saved(page, step) {
  const download = page.waitForEvent('download');
  await step();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

describe('the administration of a node', () => {
  it('adds a unit by the keyboard alone, and keeps what was typed when it is refused', () =>
    as(city, 'admin', async (page) => {
      await page.goto('/admin/units');
      await page.getByRole('button', { name: '新增单位' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('[role="dialog"] input:focus').waitFor();
      await typeOn(page, 'CGJ', unit, 'data');
      await page.getByLabel('原因').focus();
      await page.keyboard.type('机构改革');
      await page.keyboard.press('Control+Enter');
      await page.getByText('代码“CGJ”已属于').waitFor();
      assert.equal(await page.getByLabel('名称', { exact: true }).inputValue(), unit);
      await accessible(page, 'a refused form');
      await page.getByLabel('代码', { exact: true }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(code);
      await page.keyboard.press('Control+Enter');
      await submitted(page, '已新增，可以派单');
      await page.locator(`[data-unit="${code}"]`).waitFor();
    }));

  it('gives somebody there an account, who signs in with it', async () => {
    await as(city, 'admin', async (page) => {
      await page.goto('/admin/users');
      await page.getByRole('button', { name: '新增用户' }).click();
      await page.getByLabel('账号', { exact: true }).fill(username);
      await page.getByLabel('姓名', { exact: true }).fill('数据局经办人');
      await page.getByLabel('初始密码').fill('short');
      await page.getByRole('dialog').getByText('承办单位经办人').click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('应为 10 至 128 位').waitFor();
      await page.getByLabel('初始密码').fill(initial);
      await page.getByRole('combobox', { name: '所属单位' }).click();
      await page.keyboard.type(unit);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '保存' }).click();
      await submitted(page, '已新增');
    });
  });

  it('locks an account out at once, and lets it in again', () =>
    as(city, 'admin', async (page) => {
      const theirs = await page.context().browser()?.newContext({ baseURL: city });
      assert.ok(theirs);
      const signIn = (/** @type {string} */ password) =>
        theirs.request.post('/api/session', { data: { username, password } });
      assert.equal((await signIn(initial)).status(), 200);
      assert.equal((await theirs.request.get('/api/tickets')).status(), 200);

      await page.goto(`/admin/users?q=${username}`);
      const row = page.locator(`[data-user="${username}"]`);
      await row.getByRole('button', { name: '停用' }).click();
      await row.getByText('已停用').waitFor();
      assert.equal((await theirs.request.get('/api/tickets')).status(), 401);

      await row.getByRole('button', { name: '启用' }).click();
      await row.getByText('正常').waitFor();
      await row.getByRole('button', { name: '重设密码' }).click();
      await page.locator('[role="dialog"] input:focus').waitFor();
      await typeOn(page, renewed, renewed);
      await page.keyboard.press('Control+Enter');
      await submitted(page, '密码已重设');
      assert.equal((await signIn(initial)).status(), 401);
      assert.equal((await signIn(renewed)).status(), 200);
      await theirs.close();
    }));

  it('closes a unit with a reason, and can take that back', () =>
    as(city, 'admin', async (page) => {
      await page.goto(`/admin/units?q=${code}&show=all`);
      const row = page.locator(`[data-unit="${code}"]`);
      for (const step of ['撤销', '恢复']) {
        await row.getByRole('button', { name: step }).click();
        await page.locator('[role="dialog"] textarea:focus').waitFor();
        await page.keyboard.type('职能划转');
        await page.keyboard.press('Control+Enter');
        await submitted(page, `已${step}`);
      }
      await row.getByRole('button', { name: '变更' }).click();
      await page.getByRole('dialog').getByRole('row').nth(3).waitFor();
    }));

  it('shows what a changed policy would do before it holds', () =>
    as(city, 'admin', async (page) => {
      await page.goto('/admin/policy');
      await page.getByRole('button', { name: '修改规则' }).click();
      const text = page.getByLabel('规则文本（YAML）');
      await page.waitForFunction(() =>
        (document.querySelector('textarea')?.value ?? '').includes('name:'),
      );
      const written = await text.inputValue();
      await text.fill(`${written}\nlimits: 错误`);
      await page.getByRole('button', { name: '预览' }).click();
      await page
        .getByRole('alert')
        .getByText(/第\s?\d+\s?行/)
        .waitFor();
      await text.fill(written);
      await page.getByRole('button', { name: '预览' }).click();
      await page.getByRole('region', { name: '预览' }).getByText('没有数值会变').waitFor();
      await accessible(page, 'the preview of a policy');
    }));

  it('asks for the code of a node and a reason before it is let in no longer', () =>
    as(city, 'admin', async (page) => {
      await page.goto('/admin/nodes');
      const revoke = page.getByRole('button', { name: /^撤销入网/ }).first();
      await revoke.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('原因').fill('停用');
      await page.keyboard.press('Control+Enter');
      await dialog.getByText(/^应为 \d{6}/).waitFor();
      await accessible(page, 'a refused revocation');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await revoke.waitFor();
    }));

  it('lists what is handed down in pages, narrowed by kind', () =>
    as(city, 'admin', async (page) => {
      await page.goto('/admin/broadcasts');
      await page.getByRole('combobox', { name: '每页条数' }).waitFor();
      await page.getByText('上级下发').click();
      await page.waitForURL(/of=ABOVE/);
      await page.locator('table').waitFor();
      await accessible(page, 'what is handed down');
    }));

  it('hands lists over as files, with what they show, by keyboard and by mouse', async () => {
    await as(city, 'admin', async (page) => {
      await page.goto(`/admin/users?q=${username}&role=UNIT_HANDLER`);
      await page.locator(`[data-user="${username}"]`).waitFor();
      await page.getByRole('button', { name: '导出 CSV' }).focus();
      const users = await saved(page, () => page.keyboard.press('Enter'));
      assert.match(users.name, /^用户与角色-\d{8}-\d{6}\.csv$/);
      const text = users.content.toString('utf8');
      assert.ok(text.includes(`${username},数据局经办人,承办单位经办人,${code},${unit},`), text);
      assert.ok(text.endsWith('导出完毕，共 1 条\r\n'), text);

      await page.goto('/admin/policy');
      const policies = await saved(page, () =>
        page.getByRole('button', { name: '导出 Excel' }).click(),
      );
      assert.match(policies.name, /^规则版本-\d{8}-\d{6}\.xlsx$/);
      assert.equal(policies.content.subarray(0, 2).toString(), 'PK', 'a workbook');
    });
    await as(city, 'duban', async (page) => {
      await page.goto('/network');
      const nodes = await saved(page, () =>
        page
          .getByRole('group', { name: '导出节点与链路' })
          .getByRole('button', { name: '导出 CSV' })
          .click(),
      );
      assert.match(nodes.content.toString('utf8'), /\r\n621002,/);
      await accessible(page, 'the network page with its exports');
    });
  });

  it('is on the record that auditors read', () =>
    as(city, 'shenji', async (page) => {
      await page.goto(`/admin/audit?subject=${code}`);
      for (const action of ['新增单位', '撤销单位', '恢复单位']) {
        await page.getByRole('cell', { name: action }).waitFor();
      }
      await page.getByLabel('对象').fill(username);
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: '修改密码' }).waitFor();
    }));
});
