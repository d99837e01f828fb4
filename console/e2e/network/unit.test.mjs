// The unit's main job: signing for, contacting, asking for more time, replying; by keyboard and by mouse.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { city, run, send, start, steps, takeFromQueue } from '../people.mjs';
import { ask, dispatched } from '../work.mjs';

const { as } = steps();
const unit = 'CGJ';
const title = `承办${run}井盖破损`;
const other = `承办${run}广告牌松动`;
let id = '';

describe('the people of a unit', () => {
  it('sign for and reply by keyboard', async () => {
    id = await dispatched(city, title, unit);
    await as(city, `unit-${unit}`, async (page) => {
      await page.goto(`/handling?q=${encodeURIComponent(title)}`);
      await page.getByRole('heading', { name: title }).waitFor();
      await page.keyboard.press('s');
      await page.locator('[role="dialog"] form :focus').waitFor();
      await send(page, '已签收');
      await page.goto(`/handling?queue=open&q=${encodeURIComponent(title)}`);
      await page.getByRole('heading', { name: title }).waitFor();
      await page.keyboard.press('r');
      await page.locator('[role="dialog"] form :focus').waitFor();
      await page.keyboard.type('已更换井盖，现场恢复平整，并电话告知诉求人。');
      await send(page, '答复已提交');
    });
    const ticket = await ask(city, 'shenhe', `/tickets/${id.split('/')[0]}`);
    assert.equal(ticket.state, 'IN_REVIEW');
  });

  it('record a visit and ask for more time by mouse', async () => {
    const second = await dispatched(city, other, unit);
    await as(city, `unit-${unit}`, async (page) => {
      await takeFromQueue(page, `/handling?q=${encodeURIComponent(other)}`, other);
      await start(page, 'sign-for');
      await page.getByRole('dialog').getByRole('button', { name: '确定签收' }).click();
      await page.getByText('已签收').first().waitFor();
      await takeFromQueue(page, `/handling?queue=open&q=${encodeURIComponent(other)}`, other);
      await start(page, 'contact');
      await page.getByRole('dialog').getByText('上门', { exact: true }).click();
      await page.getByRole('dialog').getByText('已联系上', { exact: true }).click();
      await page.getByRole('dialog').getByLabel('联系情况').fill('现场查看，需吊车配合。');
      await page.getByRole('dialog').getByRole('button', { name: '确定记录联系' }).click();
      await page.getByText('联系情况已记录').first().waitFor();
      await start(page, 'request-extension');
      await page.getByRole('dialog').getByLabel('延期理由').fill('吊车须三日后到位');
      await page.getByRole('dialog').getByRole('button', { name: '确定申请延期' }).click();
      await page.getByText('延期申请已提交').first().waitFor();
    });
    const work = await ask(city, `unit-${unit}`, `/assignments/${second.replaceAll('/', '~')}`);
    assert.equal(work.contacts[0].way, 'VISIT');
    assert.equal(work.requests[0].kind, 'EXTENSION');
  });

  it('see why something is due when it is', () =>
    as(city, `unit-${unit}`, async (page) => {
      await takeFromQueue(page, `/handling?queue=open&q=${encodeURIComponent(other)}`, other);
      await page.getByRole('button', { name: '查看时限说明' }).first().click();
      await page.getByText('时限 ·').first().waitFor();
    }));
});
