// How the nodes are connected, and the proof that nothing was lost between them, by keyboard and by mouse.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import {
  city,
  district,
  districtName,
  eventually,
  province,
  registered,
  run,
  steps,
} from '../people.mjs';

const { as } = steps();

describe('the network page', () => {
  it('says of each link how it is, and what to do where something is stuck', () =>
    as(city, 'duban', async (page) => {
      await eventually(page, '/network', (at) =>
        at.locator('tr[data-origin] [data-heads-agree="true"]'),
      );
      await page.getByRole('region', { name: '需要处理' }).waitFor();
      await page.getByText(districtName).first().waitFor();
      await accessible(page);
    }));

  it('shows a province the districts below its cities, with what they run, and folds them by keyboard', () =>
    as(province, 'duban', async (page) => {
      const district = page.locator('[data-tree-node]').filter({ hasText: districtName });
      await eventually(page, '/network', () => district.getByText(/第 \d+ 版/));
      await district.getByText('已连接').waitFor();
      const fold = page.getByRole('button', { name: '的下级节点' }).first();
      await fold.press('Enter');
      await district.waitFor({ state: 'detached' });
      await accessible(page);
      await fold.click();
      await district.waitFor();
    }));

  it('proves the completeness of what a district has sent', async () => {
    await as(district, 'huawu', async (page) => {
      await registered(page, { title: `北大街${run}号路灯不亮` });
    });
    await as(city, 'duban', async (page) => {
      const check = page.getByRole('button', { name: `核对${districtName}的数据` });
      await eventually(page, '/network', () => check);
      await check.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('完整，没有差异').waitFor();
      await dialog.getByText('哈希链完整至第').waitFor();
      await accessible(page);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('makes a signed certificate, which is kept', () =>
    as(province, 'duban', async (page) => {
      await page.goto('/network');
      await page.getByRole('button', { name: '完整性证明' }).click();
      await page.getByRole('button', { name: '立即出具' }).click();
      await page.getByRole('dialog').getByText('签名有效').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('tr[data-certificate]').first().waitFor();
      assert.match(page.url(), /view=certificates/);
      await accessible(page);
      await page.getByRole('button', { name: '立即出具' }).click();
      await page.getByRole('dialog').getByText('签名有效').waitFor();

      // Older ones are a page away.
      await page.goto('/network?view=certificates&size=1');
      const shown = page.locator('tr[data-certificate]');
      await shown.waitFor();
      const newest = Number(await shown.getAttribute('data-certificate'));
      await page.getByRole('button', { name: '下一页' }).click();
      await page.locator(`tr[data-certificate="${newest - 1}"]`).waitFor();
      await page.waitForURL('**page=2*');
    }));

  it('lets a department be sent what concerns it, and lets that be ended', () =>
    as(city, 'admin', async (page) => {
      await page.goto('/network?view=departments');
      await page.getByRole('button', { name: '开通', exact: true }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: '部门' }).click();
      await page.keyboard.type('卫健');
      await page.keyboard.press('Enter');
      await dialog.getByLabel('原因').fill('部门系统对接');
      await dialog.getByRole('button', { name: '确定' }).click();
      await dialog.waitFor({ state: 'detached' });
      const row = page.locator('tr[data-department]').filter({ hasText: '卫健' });
      await row.getByText('不含').waitFor();
      await row.getByRole('button', { name: '停止' }).press('Enter');
      await dialog.getByLabel('原因').fill('对接结束');
      await dialog.getByRole('button', { name: '确定' }).click();
      await row.getByRole('button', { name: '重新开通' }).waitFor();
      await accessible(page);
    }));

  it('shows how the platforms below run', () =>
    as(city, 'duban', async (page) => {
      await page.goto('/network?view=monitoring');
      await page.getByRole('cell', { name: districtName }).first().waitFor();
      await accessible(page);
    }));
});
