// One ticket seen whole: what happened where, what belongs to it, its print; personal data only for a reason.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, eventually, province, run, steps } from '../people.mjs';
import { act, ask, dispatched } from '../work.mjs';

const { as } = steps();
const title = `工单页${run}号井盖破损`;
const phone = `1991${run}`;
const unit = 'CGJ';
let ticket = '';

const appeal = () => ({
  ...{ channel: 'PHONE', category: 'HELP', urgency: 'GENERAL', enterprise: false, title },
  ...{ content: `${run}号井盖破损，车辆经过有危险。`, region: '621002' },
  requester: { name: '测试诉求人', phone, anonymous: false },
  decision: { kind: 'ACCEPT' },
});

describe('the ticket page', () => {
  it('shows an appeal without personal data', () =>
    as(city, 'huawu', async (page) => {
      const response = await page.request.post('/api/tickets', { data: appeal() });
      assert.ok(response.ok(), await response.text());
      ticket = (await response.json()).id;
      await page.goto(`/tickets/${ticket}`);
      await page.getByText('办理轨迹').waitFor();
      assert.equal(await page.getByText(phone).count(), 0);
      await accessible(page);
    }));

  it('reveals it for a reason, by keyboard, and hides it again', () =>
    as(city, 'huawu', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.getByRole('button', { name: '查看完整信息' }).press('Enter');
      await page.getByRole('combobox', { name: '查看原因' }).click();
      await page.getByRole('option', { name: '电话回访' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
      await page.getByText(phone).waitFor();
      await page.getByRole('button', { name: /^隐藏/ }).click();
      assert.equal(await page.getByText(phone).count(), 0);
    }));

  it('prints it masked, with its number, and with personal data only for a reason', () =>
    as(city, 'huawu', async (page) => {
      await page.goto(`/tickets/${ticket}`);
      await page.getByRole('link', { name: '打印工单' }).press('Enter');
      await page.getByText(`编号：${ticket}`).waitFor();
      await page.getByText('本件个人信息已隐去').waitFor();
      assert.equal(await page.getByText(phone).count(), 0);
      await accessible(page);
      await page.getByLabel('原因').fill('现场核实');
      await page.getByRole('button', { name: '显示个人信息' }).click();
      await page.getByText(phone).waitFor();
      await page.getByText('请妥善保管').waitFor();
    }));

  it('leads to what the same person has brought before, and back', async () => {
    const again = await ask(city, 'huawu', '/tickets', appeal());
    assert.equal(again.state, 'REFUSED');
    await as(city, 'huawu', async (page) => {
      await page.goto(`/tickets/${again.id}`);
      const related = page.getByLabel('关联事项');
      await related.getByText('此前已反映').waitFor();
      await related.getByRole('link', { name: title }).press('Enter');
      await page.waitForURL(`**/tickets/${ticket}`);
      await related.getByText('此后又反映').waitFor();
      await related.getByRole('link', { name: again.id }).waitFor();
      await accessible(page);
    });
  });

  it('leads from one merged ticket to the other, in both directions', async () => {
    const [into = '', other = ''] = await Promise.all(
      ['甲', '乙'].map((each) => dispatched(city, `并案${run}${each}`, unit)),
    );
    for (const id of [into, other]) await act(city, unit, id, 'sign-for', {});
    await act(city, unit, into, 'merge', { assignmentIds: [other] });
    await as(city, `unit-${unit}`, async (page) => {
      await page.goto(`/tickets/${into.split('/')[0]}`);
      await page.getByText('并入本件').getByRole('link', { name: other }).click();
      await page.waitForURL(`**/tickets/${other.split('/')[0]}`);
      await page.getByText('统一办理').getByRole('link', { name: into }).waitFor();
    });
  });

  it('says at the province whose copy it is and since when', () =>
    as(province, 'duban', async (page) => {
      await eventually(page, `/tickets/${ticket}`, (at) => at.getByText(/工单的副本，截至/));
      await page.getByText('登记诉求').waitFor();
    }));
});
