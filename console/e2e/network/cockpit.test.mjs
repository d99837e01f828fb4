// A leader's look at a city and at the province above it: numbers, what is behind them, how they are computed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, eventually, province, registered, run, steps } from '../people.mjs';

const { as } = steps();

/** @param {import('playwright-core').Locator} link */
async function opens(link) {
  const page = link.page();
  const counted = (await link.innerText()).replaceAll(',', '');
  await link.click();
  await page.waitForURL('**/tickets?**');
  await page
    .getByText(new RegExp(`共 ?${counted} `))
    .first()
    .waitFor();
  return Number(counted);
}

describe('the cockpit', () => {
  it('has something to show', () =>
    as(city, 'huawu', async (page) => {
      await registered(page, { title: `西大街${run}号路灯不亮` });
    }));

  it('is where a leader begins, and says how each number is computed', () =>
    as(city, 'lingdao', async (page) => {
      await page.waitForURL('**/cockpit');
      await page.getByRole('button', { name: '满意率是怎样计算的' }).press('Enter');
      const definition = page.getByText('诉求人最终评价为非常满意');
      await definition.waitFor();
      await page.keyboard.press('Escape');
      // it fades
      await definition.waitFor({ state: 'hidden' });
      await accessible(page);
    }));

  it('opens the tickets behind a number, by keyboard and by mouse', () =>
    as(city, 'lingdao', async (page) => {
      // what was registered a moment ago may still be counted
      await eventually(page, '/cockpit?period=month', (at) =>
        at.getByRole('link', { name: /^本月受理 [1-9]/ }),
      );
      const tile = page.getByRole('region', { name: '本月受理' }).getByRole('link').first();
      await opens(tile);
      assert.ok(await page.getByRole('list', { name: '统计口径' }).isVisible());
      await page.goBack();
      await page.getByRole('link', { name: /^在办 / }).press('Enter');
      await page.waitForURL('**/tickets?figure=OPEN');
      await page.getByRole('button', { name: '取消：在办' }).click();
      await page.waitForURL('**/tickets');
    }));

  it('can be read as a table', () =>
    as(city, 'lingdao', async (page) => {
      await page.goto('/cockpit');
      await page.getByRole('button', { name: '表格' }).press('Enter');
      await page.getByRole('columnheader', { name: '上周同期' }).waitFor();
      await accessible(page);
    }));

  it('fits a wall without scrolling', () =>
    as(
      city,
      'lingdao',
      async (page) => {
        await page.goto('/cockpit/wall');
        await page.getByText('运行情况').waitFor();
        const over = await page.evaluate(
          () => document.documentElement.scrollHeight - window.innerHeight,
        );
        assert.equal(over, 0);
        await accessible(page);
      },
      { width: 1920, height: 1080 },
    ));

  it('shows the province its cities side by side, each number with its tickets', () =>
    as(province, 'lingdao', async (page) => {
      const row = (/** @type {import('playwright-core').Page} */ at) =>
        at.locator('tr[data-node="621000"]');
      await eventually(page, '/cockpit?period=month', (at) =>
        row(at).getByRole('link', { name: /受理 [1-9]/ }),
      );
      await page.getByRole('button', { name: '在办', exact: true }).press('Enter');
      await page.getByRole('columnheader', { name: '在办 ↓' }).waitFor();
      await opens(row(page).getByRole('link', { name: /受理/ }));
      await page.getByText('庆阳市及其下级受理').waitFor();
    }));
});
