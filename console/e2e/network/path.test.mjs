// The main job across tiers, in real browsers on a real network of nodes: the city takes an appeal and dispatches it to
// the district; a unit there signs for it and replies; the answer comes back, is reviewed and followed up in the city;
// every record is where it belongs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseAssignee,
  city,
  district,
  districtName,
  eventually,
  province,
  run,
  send,
  start,
  steps,
  takeFromQueue,
} from '../people.mjs';

const title = `九龙路${run}号路灯不亮`;
const answer = '已更换3盏损坏路灯，现场亮灯正常，已电话告知诉求人。';
const { as } = steps();
let ticket = '';
/** @type {{ code: string, name: string }} */
let unit;

describe('an appeal that the city dispatches to the district', () => {
  it('is taken and accepted in the city', () =>
    as(city, 'huawu', async (page) => {
      await page.getByLabel('姓名').fill('测试诉求人');
      await page.getByLabel('联系电话').fill(`1990${run}`);
      await page.getByText('求助', { exact: true }).click();
      await page.getByLabel('标题').fill(title);
      await page
        .getByLabel('诉求内容')
        .fill(`九龙路${run}号附近三盏路灯已经一周不亮，请派人维修。`);
      await page.getByRole('combobox', { name: '所属区域' }).click();
      await page.keyboard.type('西峰');
      await page.keyboard.press('Enter');
      await page.getByLabel('涉事地点').fill('九龙路与南大街路口');
      await page.keyboard.press('Control+Enter');
      const registered = page.getByRole('status').filter({ hasText: '刚才登记的工单' });
      await registered.getByText('待派单').waitFor();
      ticket = await registered.locator('a.mono').innerText();
      assert.match(ticket, /^\w+-\d{8}-\d+$/);
    }));

  it('is dispatched to the district', () =>
    as(city, 'paidan', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await start(page, 'dispatch');
      await chooseAssignee(page, districtName);
      await send(page, '已派单');
      await page.getByText('办理中').first().waitFor();
    }));

  it('is signed for by the district and passed on to a unit', () =>
    as(district, 'paidan', async (page) => {
      const { units } = await (await page.request.get('/api/reference')).json();
      unit = units[0];
      await takeFromQueue(page, '/dispatch?queue=received', title);
      await start(page, 'sign-for');
      await send(page, '已签收');
      await takeFromQueue(page, '/dispatch?queue=received-open', title);
      await start(page, 'dispatch');
      await chooseAssignee(page, unit.name);
      await send(page, '已派单');
    }));

  it('is signed for and answered by the unit', () =>
    as(district, `unit-${unit.code}`, async (page) => {
      await takeFromQueue(page, '/handling?queue=to-sign', title);
      await start(page, 'sign-for');
      await page.getByLabel('联系情况').fill('已电话联系，约定当晚上门查看。');
      await send(page, '已签收');
      await takeFromQueue(page, '/handling?queue=open', title);
      await start(page, 'reply');
      await page.getByLabel('办理结果').fill(answer);
      await send(page, '答复已提交');
    }));

  it('is reviewed by the district, which answers the city', () =>
    as(district, 'shenhe', async (page) => {
      await takeFromQueue(page, '/review?queue=received', title);
      await start(page, 'review');
      await send(page, '已审核');
      await start(page.locator('article header'), 'reply');
      await page.getByLabel('办理结果').fill(answer);
      await send(page, '答复已提交');
    }));

  it('is reviewed in the city, which sees the answer', () =>
    as(city, 'shenhe', async (page) => {
      await eventually(page, `/tickets/${ticket}`, (at) => at.locator('[data-action="review"]'));
      await page.getByText(answer).first().waitFor();
      await start(page, 'review');
      await send(page, '已审核');
      await page.getByText('待回访').first().waitFor();
    }));

  it('is followed up and archived in the city', () =>
    as(city, 'huifang', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await start(page, 'follow-up');
      await page.getByText('人工电话').click();
      await page.getByText('非常满意', { exact: true }).click();
      await page.getByRole('dialog').getByText('已解决', { exact: true }).click();
      await send(page, '回访已登记');
      await start(page, 'archive');
      await send(page, '已归档');
      await page.getByText('已归档').first().waitFor();
    }));

  it('shows in the city what happened at the district, unit included', () =>
    as(city, 'duban', async (page) => {
      const timeline = page.locator('section', { hasText: '办理轨迹' }).last();
      await eventually(page, `/tickets/${ticket}`, () => timeline.getByText(districtName).first());
      const places = await timeline.locator('.where').allInnerTexts();
      assert.ok(
        places.some((place) => place.includes('庆阳')),
        places.join(),
      );
      await page.getByText(unit.name).first().waitFor();
    }));

  it('leaves every record of the district in the city, as the district says itself', () =>
    as(city, 'duban', async (page) => {
      const agreed = '[data-heads-agree="true"]';
      await eventually(page, '/network', (at) => at.locator(`tr[data-origin] ${agreed}`));
      await page.waitForFunction(
        () => document.querySelectorAll('[data-heads-agree="false"]').length === 0,
        undefined,
        { timeout: 60_000 },
      );
    }));

  it('is at the province, archived', () =>
    as(province, 'duban', async (page) => {
      await eventually(page, `/tickets/${ticket}`, (at) => at.getByText('已归档'));
    }));
});
