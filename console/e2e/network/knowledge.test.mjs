// Knowledge from a unit's report to what is found at the node below and outside: by keyboard and by mouse.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { city, district, eventually, run, steps } from '../people.mjs';

const { as } = steps();
const question = `${run}号政策的补贴怎么申领？`;
const answer = '携带身份证到市政务服务中心人社窗口申领，五个工作日内到账。';

/** Opens the entry in the editors' list. @param {import('playwright-core').Page} page */
async function open(page) {
  await page.goto(`/knowledge?tab=entries&words=${run}`);
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('dialog').getByText('办理记录').waitFor();
}

/** @param {import('playwright-core').Page} page */
const askedOutside = async (page) => {
  const found = await page.request.get('/api/public/knowledge', { params: { q: question } });
  assert.equal(found.status(), 200);
  return /** @type {{ items: { question: string }[] }} */ (await found.json()).items;
};

describe('a piece of knowledge', () => {
  it('is reported by a unit, by the keyboard alone', () =>
    as(city, 'unit-RSJ', async (page) => {
      await page.goto('/knowledge?tab=entries');
      await page.getByRole('button', { name: '报送知识' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('[role="dialog"] input:focus').waitFor();
      await page.keyboard.type(question);
      await page.keyboard.press('Tab');
      await page.keyboard.type(`${answer}联系人电话19900000001。`);
      await page.keyboard.press('Tab');
      await page.keyboard.type('《就业补助资金管理办法》');
      await page.keyboard.press('Control+Enter');
      await page.getByText('疑似手机号码').waitFor();
      await page.getByLabel('答案').fill(answer);
      await page.keyboard.press('Control+Enter');
      await page.getByText('已报送，等待审核').waitFor();
      await page.getByRole('row').filter({ hasText: question }).getByText('待审核').waitFor();
    }));

  it('is found by nobody before a reviewer has published it', () =>
    as(city, 'shenhe', async (page) => {
      assert.ok((await askedOutside(page)).every((found) => found.question !== question));
      await open(page);
      await accessible(page, 'an entry');
      await page.getByRole('button', { name: '审核通过并发布' }).click();
      await page.getByText('已发布，本级和所有下级节点都能查到').waitFor();
    }));

  it('is found by a call taker in other words', () =>
    as(city, 'huawu', async (page) => {
      await eventually(page, `/knowledge?q=${encodeURIComponent(`想领${run}号政策的补贴`)}`, () =>
        page.getByRole('heading', { name: question }),
      );
      await page.getByText(answer).first().waitFor();
    }));

  it('becomes the answer at the intake desk with one click', () =>
    as(city, 'huawu', async (page) => {
      await page.goto('/intake');
      await page.getByLabel('诉求内容').fill(`来电人问：${question}`);
      const known = page.getByRole('region', { name: '知识库' });
      await known.getByText(answer).waitFor();
      await known.getByRole('button', { name: '用作答复' }).click();
      assert.match(await page.getByLabel('答复内容').inputValue(), new RegExp(answer));
    }));

  it('is found at the node below, as from above, and by citizens there', () =>
    as(district, 'huawu', async (page) => {
      await eventually(page, `/knowledge?q=${encodeURIComponent(question)}`, () =>
        page.getByRole('heading', { name: question }).getByText('下发'),
      );
      assert.ok((await askedOutside(page)).some((found) => found.question === question));
    }));

  it('is gone everywhere once it is withdrawn', async () => {
    await as(city, 'shenhe', async (page) => {
      await open(page);
      await page.getByRole('button', { name: '下架', exact: true }).click();
      await page.getByLabel('原因').fill('政策到期');
      await page.keyboard.press('Control+Enter');
      await page.getByText('已下架').first().waitFor();
    });
    // The number is in no other entry.
    await as(district, 'huawu', (page) =>
      eventually(page, `/knowledge?q=${run}`, () => page.getByText('没有相近的问题')),
    );
  });
});
