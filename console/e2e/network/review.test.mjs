// The reviewer's main job: judging answers and requests, by keyboard and by mouse.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { city, run, send, start, steps, takeFromQueue } from '../people.mjs';
import { act, answered, ask, dispatched } from '../work.mjs';

const { as } = steps();
const unit = 'CGJ';
const good = `审核${run}答复完整`;
const poor = `审核${run}答非所问`;
const returned = `审核${run}申请退单`;

/** @param {string} id */
const ticketOf = (id) => ask(city, 'shenhe', `/tickets/${id.split('/')[0]}`);

describe('the reviewer', () => {
  it('accepts an answer by keyboard', async () => {
    const id = await answered(city, good, unit);
    await as(city, 'shenhe', async (page) => {
      await page.goto(`/review?q=${encodeURIComponent(good)}`);
      await page.getByRole('heading', { name: good }).waitFor();
      await page.keyboard.press('v');
      await page.locator('[role="dialog"] form :focus').waitFor();
      await send(page, '已审核');
    });
    assert.equal((await ticketOf(id)).state, 'AWAITING_FOLLOW_UP');
  });

  it('sends an answer back by mouse, and is asked why', async () => {
    const id = await answered(city, poor, unit);
    await as(city, 'shenhe', async (page) => {
      await takeFromQueue(page, `/review?q=${encodeURIComponent(poor)}`, poor);
      await start(page, 'review');
      await page.getByRole('dialog').getByText('退回重新答复').click();
      await page.getByRole('dialog').getByRole('button', { name: '确定审核答复' }).click();
      await page.getByText('请填写意见').waitFor();
      await page.getByRole('dialog').getByLabel('意见').fill('未回应诉求人的第二个问题');
      await page.getByRole('dialog').getByRole('button', { name: '确定审核答复' }).click();
      await page.getByText('已审核').first().waitFor();
    });
    assert.equal((await ticketOf(id)).state, 'IN_HANDLING');
  });

  it('turns a return down', async () => {
    const id = await dispatched(city, returned, unit);
    await act(city, unit, id, 'request-return', {
      ...{ reason: '不属本单位职责', basis: '三定方案', suggestion: '市住建局' },
    });
    await as(city, 'shenhe', async (page) => {
      await takeFromQueue(
        page,
        `/review?queue=returns&q=${encodeURIComponent(returned)}`,
        returned,
      );
      await start(page, 'decide-return');
      await page.getByRole('dialog').getByText('不同意', { exact: true }).click();
      await page.getByRole('dialog').getByLabel('意见').fill('属于贵单位职责清单事项');
      await send(page, '退单申请已审核');
    });
    assert.equal((await ticketOf(id)).orders[0].returnRequest.decision.approved, false);
  });
});
