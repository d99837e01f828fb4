// The dispatcher's main job: by keyboard, by mouse, and several at once; with what colleagues see of it meanwhile.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseAssignee,
  city,
  nextPost,
  run,
  send,
  start,
  steps,
  takeFromQueue,
} from '../people.mjs';
import { accepted, ask } from '../work.mjs';

const { as } = steps();
const unit = '市城管局';
/** Numbers as long as a telephone's are not found by words (SEC-01). */
const mark = run.slice(-6);
const titles = ['一', '二', '三', '四'].map((each) => `派单${mark}第${each}件路灯不亮`);

/** @param {string} title */
async function stateOf(title) {
  const page = await ask(city, 'paidan', `/tickets?q=${encodeURIComponent(title)}`);
  return page.items[0].state;
}

describe('the dispatcher', () => {
  it('dispatches by keyboard alone, and goes on with the next one', async () => {
    for (const title of titles) await accepted(city, title);
    await as(city, 'paidan', async (page) => {
      await page.goto(`/dispatch?q=${encodeURIComponent(`派单${mark}`)}`);
      await page.getByRole('heading', { name: titles[0] }).waitFor();
      await page.keyboard.press('d');
      await page.locator('[role="dialog"] form :focus').waitFor();
      await chooseAssignee(page, unit);
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByRole('heading', { name: titles[1] }).waitFor();
      assert.equal(await stateOf(titles[0] ?? ''), 'IN_HANDLING');
    });
  });

  it('dispatches by mouse, with the row keeping its place', () =>
    as(city, 'paidan', async (page) => {
      await takeFromQueue(
        page,
        `/dispatch?q=${encodeURIComponent(`派单${mark}`)}`,
        titles[1] ?? '',
      );
      await start(page, 'dispatch');
      await chooseAssignee(page, unit);
      // the list of assignees lies over the button until one clicks elsewhere
      await page.locator('[role="dialog"] header').click();
      await page.getByRole('dialog').getByRole('button', { name: '确定派单' }).click();
      await page.getByText('已派单').first().waitFor();
      await page.locator('.line li.gone', { hasText: titles[1] }).waitFor();
    }));

  it('dispatches several to the same unit at once', () =>
    as(city, 'paidan', async (page) => {
      await page.goto(`/dispatch?q=${encodeURIComponent(`派单${mark}`)}`);
      await page.getByLabel('本页全选').check();
      await page.getByText('已选 2 件').waitFor();
      await page.locator('[data-bulk="dispatch"]').click();
      await chooseAssignee(page, unit);
      await send(page, '2 件已派单');
      assert.equal(await stateOf(titles[3] ?? ''), 'IN_HANDLING');
    }));

  it('tells an emergency by telephone before dispatching it', async () => {
    const title = `派单${mark}急燃气泄漏`;
    const id = await accepted(city, title, { urgency: 'URGENT' });
    await as(city, 'paidan', async (page) => {
      await page.goto(`/tickets/${id}`);
      await start(page, 'dispatch');
      await chooseAssignee(page, unit);
      await page.keyboard.press('Control+Enter');
      await page.getByText('紧急事项须先电话通知').waitFor();
      await page.getByLabel(`电话通知${unit}的情况`).fill('10:05 已通知值班室');
      await send(page, '已派单');
      await page.getByText('电话通知：10:05 已通知值班室').waitFor();
    });
  });

  it('is told who changed the ticket while its form was open, and loses nothing by it', async () => {
    const title = `派单${mark}改动`;
    const id = await accepted(city, title);
    await as(city, 'paidan', async (page) => {
      await page.goto(`/tickets/${id}`);
      await start(page, 'dispatch');
      await chooseAssignee(page, unit);
      await page.getByLabel('派单说明').fill('请当日处置');
      // Somebody else is faster by a moment: while the form is on its way.
      await nextPost(page, `/api/tickets/${id}/dispatch`, async (route) => {
        await ask(city, 'huawu', `/tickets/${id}/supplement`, { text: '诉求人补充：共三盏灯' });
        await route.continue();
      });
      await page.keyboard.press('Control+Enter');
      const dialog = page.getByRole('dialog', { name: '派单' });
      await dialog.getByText('提交时工单已有变动').waitFor();
      await dialog.getByText('huawu').waitFor();
      await dialog.getByText('共三盏灯').waitFor();
      assert.equal(await dialog.getByLabel('派单说明').inputValue(), '请当日处置');
      await send(page, '已派单');
    });
  });

  it('is told of a new ticket without a row moving, and who else is at one', async () => {
    const first = `新派${mark}甲`;
    const second = `新派${mark}乙`;
    const id = await accepted(city, first);
    await as(city, 'paidan', async (page) => {
      await page.goto(`/dispatch?q=${encodeURIComponent(`新派${mark}`)}`);
      await page.getByRole('heading', { name: first }).waitFor();
      await accepted(city, second);
      await page.getByRole('button', { name: '有 1 件新工单，点此显示' }).waitFor();
      assert.equal(await page.locator('.line li').count(), 1);
      await page.keyboard.press('n');
      await page.locator('.line li', { hasText: second }).waitFor();
      await ask(city, 'shenhe', `/tickets/${id}/presence`, { editing: true });
      await page.getByText('正在处理').first().waitFor();
    });
  });

  it('keeps a filter under a name, renames it, removes it and brings it back', () =>
    as(city, 'paidan', async (page) => {
      await page.goto(`/dispatch?q=${mark}`);
      await page.getByRole('button', { name: '保存为视图' }).click();
      await page.getByLabel('视图名称').fill('今天的');
      await page.keyboard.press('Enter');
      await page.locator('[data-view="今天的"]').waitFor();
      await page.getByRole('button', { name: '视图今天的的操作' }).click();
      await page.getByRole('menuitem', { name: '删除' }).click();
      await page.getByRole('button', { name: '撤销' }).click();
      await page.goto('/dispatch');
      await page.locator('[data-view="今天的"]').click();
      await page.waitForURL(`**q=${mark}*`);
    }));
});
