// The follow-up desk's main job: asking citizens, and what follows when they are dissatisfied.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { city, run, send, start, steps, takeFromQueue } from '../people.mjs';
import { ask, reviewed } from '../work.mjs';

const { as } = steps();
const unit = 'CGJ';
const satisfied = `回访${run}满意`;
const dissatisfied = `回访${run}不满意`;

/** Until the node's own timer has noted that the answer has been sent. @param {string} id */
async function answerSent(id) {
  while (!(await ask(city, 'huifang', `/tickets/${id}`)).answerSentAt) await setTimeout(200);
}

/** A ticket as it was before that timer, which has been there by now. */
async function overtakenByATimer() {
  for (let attempt = 1; ; attempt++) {
    const title = `回访${run}短信在先${attempt}`;
    const id = await reviewed(city, title, unit);
    const timeline = await ask(city, 'huifang', `/tickets/${id}/timeline`);
    const ticket = await ask(city, 'huifang', `/tickets/${id}`);
    await answerSent(id);
    if (!ticket.answerSentAt) return { id, title, ticket, timeline };
  }
}

describe('the follow-up desk', () => {
  it('notes a satisfied citizen by keyboard, and archives several at once', async () => {
    const id = await reviewed(city, satisfied, unit);
    await as(city, 'huifang', async (page) => {
      await page.goto(`/follow-up?q=${encodeURIComponent(satisfied)}`);
      await page.getByRole('heading', { name: satisfied }).waitFor();
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog');
      await dialog.locator('form :focus').waitFor();
      await page.keyboard.press('Space');
      await dialog.getByText('满意', { exact: true }).click();
      await dialog.getByText('已解决', { exact: true }).click();
      await send(page, '回访已登记');
      // What is done to several is done to what is on the screen, and not to what a timer has changed since.
      await answerSent(id);
      await page.goto(`/follow-up?queue=closed&q=${encodeURIComponent(satisfied)}`);
      await page.getByLabel('本页全选').check();
      await page.locator('[data-bulk="archive"]').click();
      await page.getByRole('dialog').getByRole('button', { name: '确定归档' }).click();
      await page.getByText('1 件已归档').waitFor();
    });
    assert.equal((await ask(city, 'huifang', `/tickets/${id}`)).state, 'ARCHIVED');
  });

  it('sends a form once more by itself when nobody but a timer of the node was faster', async () => {
    const { id, title, ticket, timeline } = await overtakenByATimer();
    await as(city, 'huifang', async (page) => {
      /** @type {number[]} */
      const answers = [];
      page.on('response', (response) => {
        if (response.url().endsWith(`/${id}/follow-up`)) answers.push(response.status());
      });
      // Until the form has been refused the page shows what there was: it has not heard of the timer yet.
      for (const [path, before] of Object.entries({ '': ticket, '/timeline': timeline })) {
        await page.route(`**/api/tickets/${id}${path}`, (route) =>
          answers.length > 0 ? route.continue() : route.fulfill({ json: before }),
        );
      }
      await takeFromQueue(page, `/follow-up?q=${encodeURIComponent(title)}`, title);
      await start(page, 'follow-up');
      for (const answer of ['人工电话', '满意', '已解决']) {
        await page.getByRole('dialog').getByText(answer, { exact: true }).click();
      }
      await page.keyboard.press('Control+Enter');
      await page.getByText('期间系统更新过工单，已自动重新提交').waitFor();
      assert.deepEqual(answers, [409, 200]);
    });
    assert.equal((await ask(city, 'huifang', `/tickets/${id}`)).followUps.length, 1);
  });

  it('has the work done once more when the citizen is dissatisfied', async () => {
    const id = await reviewed(city, dissatisfied, unit);
    await as(city, 'huifang', async (page) => {
      const dialog = page.getByRole('dialog');
      await takeFromQueue(page, `/follow-up?q=${encodeURIComponent(dissatisfied)}`, dissatisfied);
      await start(page, 'follow-up');
      await dialog.getByText('人工电话', { exact: true }).click();
      await dialog.getByText('不满意', { exact: true }).click();
      await dialog.getByText('未解决', { exact: true }).click();
      await dialog.getByLabel('诉求人意见').fill('只修了一处');
      await send(page, '回访已登记');
      await takeFromQueue(
        page,
        `/follow-up?queue=dissatisfied&q=${encodeURIComponent(dissatisfied)}`,
        dissatisfied,
      );
      await start(page, 'redo');
      await dialog.getByText('未履职尽责', { exact: true }).click();
      await dialog.getByLabel('重办原因').fill('仍有两处未修');
      await send(page, '已发回重办');
    });
    const ticket = await ask(city, 'huifang', `/tickets/${id}`);
    assert.equal(ticket.orders[0].round, 2);
  });
});
