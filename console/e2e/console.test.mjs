// The built console in a real browser before a fake node: what unit tests cannot see. No network is needed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { start } from '../dev/fake-node.mjs';
import { launch, signedIn } from './browser.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof start>>} */
let node;

before(async () => {
  browser = await launch();
  node = await start(0);
});
after(async () => {
  await browser.close();
  node.close();
});

const open = (/** @type {string} */ username) =>
  signedIn(browser, { url: node.url, username, password: 'hotline' });

describe('the console', () => {
  it('breaks no rule of the content security policy and logs no error on any page', async () => {
    const page = await open('admin');
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    for (const path of [
      'tickets',
      'intake',
      'dispatch',
      'handling',
      'review',
      'follow-up',
      'network',
    ]) {
      await page.goto(`/${path}`);
      // The stream of live updates stays open, so the network is never idle.
      await page.locator('main').waitFor();
      await page.waitForFunction(() => !document.body.innerText.includes('正在加载'));
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('loads less than 300 KB of compressed script for a desk', async () => {
    const page = await open('paidan');
    /** @type {Promise<Buffer>[]} */
    const scripts = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await page.goto('/dispatch');
    await page.getByRole('button', { name: '派单', exact: true }).waitFor();
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(
      `script for a desk: ${sizes.length} files, ${(total / 1024).toFixed(0)} KB compressed`,
    );
    assert.ok(sizes.length > 0 && total < 300 * 1024, `${total} bytes`);
    await page.context().close();
  });

  it('refuses a wrong password in Chinese', async () => {
    const page = await (await browser.newContext({ baseURL: node.url })).newPage();
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill('huawu');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('账号或密码不正确').waitFor();
    await page.context().close();
  });

  it('brings everybody to their own desk, and nobody to one that is not theirs', async () => {
    const desks = {
      huawu: '/intake',
      paidan: '/dispatch',
      'unit-ZJ': '/handling',
      duban: '/supervision',
    };
    for (const [username, path] of Object.entries(desks)) {
      const page = await open(username);
      await page.waitForURL(`**${path}*`);
      await page.goto('/review');
      await page.waitForURL(`**${path}*`);
      assert.equal(await page.getByRole('link', { name: '审核台' }).count(), 0);
      await page.context().close();
    }
  });

  it('comes back after signing in to the page that was asked for', async () => {
    const page = await (await browser.newContext({ baseURL: node.url })).newPage();
    node.expire();
    await page.goto('/tickets?state=ACCEPTED');
    await page.getByLabel('账号').fill('duban');
    await page.getByLabel('密码').fill('hotline');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tickets?state=ACCEPTED');
    await page.context().close();
  });

  it('keeps the filters of the list in the address', async () => {
    const page = await open('duban');
    await page.goto('/tickets?state=ACCEPTED');
    await page.locator('.table tbody tr').first().waitFor();
    const states = await page.locator('.table tbody tr td:nth-child(5)').allInnerTexts();
    assert.deepEqual([...new Set(states)], ['待派单']);
    await page.getByLabel('查询内容').fill('噪声');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.reload();
    await page.locator('.table tbody tr').first().waitFor();
    const titles = await page.locator('.table tbody tr td:nth-child(2)').allInnerTexts();
    assert.ok(titles.length > 0 && titles.every((title) => title.includes('噪声')), titles.join());
    await page.context().close();
  });

  it('takes an appeal by keyboard alone and keeps the draft over a reload', async () => {
    const page = await open('huawu');
    await page.getByLabel('姓名').focus();
    await page.keyboard.type('王某某');
    await page.keyboard.press('Tab');
    await page.keyboard.type('19900001234');
    await page.getByLabel('标题').fill('路灯不亮');
    await page.reload();
    await page.getByText('已恢复上次未提交的内容').waitFor();
    assert.equal(await page.getByLabel('标题').inputValue(), '路灯不亮');
    await page.getByLabel('诉求内容').fill('南大街路灯连续三天不亮。');
    await page.getByText('求助', { exact: true }).click();
    await page.getByRole('combobox', { name: '所属区域' }).click();
    await page.keyboard.type('西峰');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('刚才登记的工单').waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByLabel('标题').inputValue(), '');
    await page.context().close();
  });

  it('asks for the password again when the sign-in has expired, and then sends what was typed', async () => {
    const page = await open('paidan');
    const title = await page.locator('h2').innerText();
    await page.getByRole('button', { name: '派单', exact: true }).click();
    await page.getByRole('combobox', { name: '承办单位' }).click();
    await page.getByRole('option', { name: '市住建局' }).click();
    node.expire();
    await page.keyboard.press('Control+Enter');
    const renew = page.getByRole('dialog', { name: '登录已过期' });
    await renew.waitFor();
    await renew.getByLabel('密码').fill('hotline');
    await page.keyboard.press('Enter');
    await page.getByText('已派单').waitFor();
    assert.notEqual(title, '');
    await page.context().close();
  });

  it('shows what somebody else changed meanwhile, keeps what was typed and can then be sent', async () => {
    const page = await open('huifang');
    await page.getByRole('button', { name: '登记回访' }).click();
    await page.getByText('人工电话').click();
    await page.getByText('非常满意', { exact: true }).click();
    await page.getByText('已解决', { exact: true }).last().click();
    await page.getByLabel('诉求人意见').fill('处理很快');
    const id = await page.locator('article .mono').first().innerText();
    node.touch(id);
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: '登记回访' });
    await dialog.getByText('提交时工单已有变动').waitFor();
    await dialog.getByText('另一位工作人员催办').waitFor();
    await page.getByLabel('办理轨迹').getByText('另一位工作人员催办').waitFor();
    assert.equal(await page.getByLabel('诉求人意见').inputValue(), '处理很快');
    await page.keyboard.press('Control+Enter');
    await page.getByText('回访已登记').waitFor();
    await page.context().close();
  });

  it('says that the connection is lost and goes on by itself when it is back', async () => {
    const page = await open('huawu');
    await page.getByLabel('标题').fill('停水');
    await page.getByLabel('诉求内容').fill('三天没水了');
    node.away(true);
    await page.getByRole('link', { name: '工单查询' }).click();
    await page.getByText('与服务器的连接已中断').waitFor();
    node.away(false);
    await page.getByText('与服务器的连接已中断').waitFor({ state: 'detached' });
    await page.locator('.table tbody tr').first().waitFor();
    await page.getByRole('link', { name: '受理台' }).click();
    assert.equal(await page.getByLabel('标题').inputValue(), '停水');
    await page.context().close();
  });

  it('lets a form be left by Escape while its first field is a list', async () => {
    const page = await open('duban');
    await page.goto('/tickets/621000-20261121-000003');
    await page.locator('[data-action="issue-supervision"]').waitFor();
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: '督办立项' });
    await dialog.locator('form :focus').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('shows personal data only for a reason', async () => {
    const page = await open('huifang');
    const phone = page.locator('dd.mono').filter({ hasText: '199' });
    assert.equal(await phone.innerText(), '199****1234');
    await page.getByRole('button', { name: '查看完整信息' }).click();
    const dialog = page.getByRole('dialog', { name: '查看诉求人信息' });
    await dialog.getByRole('button', { name: '查看' }).click();
    await dialog.getByText('请填写查看原因').waitFor();
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: '电话回访' }).click();
    await dialog.getByRole('button', { name: '查看' }).click();
    await page.getByText('19900001234').waitFor();
    await page.context().close();
  });

  it('says how far a file has come, and stops the node when that is cancelled or the page is left', async () => {
    const page = await open('duban');
    await page.goto('/calls');
    await page.getByRole('button', { name: '导出 CSV' }).press('Enter');
    await page.getByText(/已接收 \d+ KB/).waitFor();
    assert.equal(node.exportsGoingOn(), 1);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '导出 CSV' }).waitFor();
    await stopped();

    await page.keyboard.press('Enter');
    await page.getByText(/已接收/).waitFor();
    await page.getByRole('link', { name: '短信记录' }).click();
    await page.waitForURL('**/notices');
    await stopped();

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 CSV' }).click();
    assert.equal((await coming).suggestedFilename(), 'list.csv');
    await page.context().close();
  });
});

/** The node has noticed. */
async function stopped() {
  for (let tries = 0; node.exportsGoingOn() > 0 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(node.exportsGoingOn(), 0);
}
