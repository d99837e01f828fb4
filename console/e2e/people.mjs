// People at the consoles of a real network that runs already, and what they do again and again. Given by environment:
//   HOTLINE_E2E_CITY, HOTLINE_E2E_DISTRICT   addresses of the two consoles, such as http://127.0.0.1:12346
//   HOTLINE_E2E_PROVINCE                     likewise
//   HOTLINE_E2E_DISTRICT_NAME                as the city calls it, 西峰区 when not given
//   HOTLINE_E2E_PASSWORD                     of the demo users of all nodes
//   HOTLINE_E2E_SCREENSHOTS                  optional: a folder for pictures of what failed
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch, signedIn } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {string} name */
function given(name) {
  const value = process.env[name];
  assert.ok(value, `${name} must be set (see the head of e2e/people.mjs)`);
  return value;
}

export const city = given('HOTLINE_E2E_CITY');
export const district = given('HOTLINE_E2E_DISTRICT');
export const province = given('HOTLINE_E2E_PROVINCE');
export const districtName = process.env.HOTLINE_E2E_DISTRICT_NAME ?? '西峰区';
export const password = given('HOTLINE_E2E_PASSWORD');

/** Another requester and matter each time: the same ones again would be a duplicate in handling (ACC-10). */
export const run = String(Date.now()).slice(-7);

/**
 * A browser for the tests of one file, whose steps build upon each other: after a step has failed, the next ones do not
 * begin.
 */
export function steps() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  let broken = false;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /**
   * @param {string} url
   * @param {string} username
   * @param {(page: Page) => Promise<void>} work
   * @param {{ width: number, height: number }} [viewport]
   */
  async function as(url, username, work, viewport) {
    assert.ok(!broken, 'an earlier step has failed');
    const page = await signedIn(browser, { url, username, password, viewport });
    try {
      await work(page);
    } catch (failure) {
      broken = true;
      const folder = process.env.HOTLINE_E2E_SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${username}.png`, fullPage: true });
      throw failure;
    } finally {
      await page.context().close();
    }
  }

  return { as, browser: () => browser };
}

/**
 * Opens a page again and again until something is there: it may still be on its way from another node.
 *
 * @param {Page} page
 * @param {string} path
 * @param {(page: Page) => Locator} wanted
 */
export async function eventually(page, path, wanted) {
  const until = Date.now() + 60_000;
  for (;;) {
    await page.goto(path);
    try {
      await wanted(page).first().waitFor({ timeout: 3000 });
      return;
    } catch (failure) {
      if (Date.now() > until) throw failure;
    }
  }
}

/** @param {Page} page @param {string} path @param {string} title */
export async function takeFromQueue(page, path, title) {
  const item = page.locator('.line button', { hasText: title });
  await eventually(page, path, () => item);
  await item.click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/**
 * Registers an appeal and accepts it, over the interface. Returns the ticket's number.
 *
 * @param {Page} page of a call taker who is signed in
 * @param {Record<string, unknown>} appeal what is not as usual
 */
export async function registered(page, appeal) {
  const response = await page.request.post('/api/tickets', {
    data: {
      channel: 'PHONE',
      category: 'HELP',
      urgency: 'GENERAL',
      enterprise: false,
      content: '路灯已经一周不亮，请派人维修。',
      region: '621002',
      requester: { name: '测试诉求人', phone: `1990${run}`, anonymous: false },
      decision: { kind: 'ACCEPT' },
      ...appeal,
    },
  });
  assert.ok(response.ok(), await response.text());
  return (await response.json()).id;
}

/**
 * Takes what a page posts to an address next into the test's hands; what it posts later passes. A page that is open already
 * sends past a new route for a moment, so it is asked until it does not.
 *
 * @param {Page} page
 * @param {string} path such as `/api/tickets`
 * @param {(route: import('playwright-core').Route) => Promise<void>} handle
 */
export async function nextPost(page, path, handle) {
  let routed = false;
  let handled = false;
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      const method = route.request().method();
      if (method === 'HEAD') {
        routed = true;
        await route.fulfill();
      } else if (handled || method !== 'POST') {
        await route.fallback();
      } else {
        handled = true;
        await handle(route);
      }
    },
  );
  while (!routed)
    await page.evaluate((probed) => fetch(probed, { method: 'HEAD' }).then(() => null), path);
}

/**
 * What is posted to this address next is carried out, and its answer lost on the way.
 *
 * @param {Page} page
 * @param {string} path such as `/api/tickets`
 */
export const loseAnswer = (page, path) =>
  nextPost(page, path, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });

/** Opens the form of an action. @param {Page | Locator} where @param {string} action */
export async function start(where, action) {
  await where.locator(`[data-action="${action}"]`).first().click();
  const page = 'page' in where ? where.page() : where;
  await page.locator('[role="dialog"] form :focus').waitFor();
}

/**
 * Sends the form that is open. When the ticket has changed meanwhile, the form says by whom and is sent once more; it sends
 * itself when the node's own timers were faster.
 *
 * @param {Page} page
 * @param {string} done
 */
export async function send(page, done) {
  const shown = page.getByText(done).first();
  const stale = page.getByRole('dialog').getByText('提交时工单已有变动');
  for (let more = 3; ; more--) {
    await page.keyboard.press('Control+Enter');
    await shown.or(stale).first().waitFor();
    if (more === 0 || !(await stale.isVisible())) break;
    // The ticket is read anew before it can be sent again.
    await shown.waitFor({ timeout: 2000 }).catch(() => undefined);
    if (await shown.isVisible()) break;
  }
  await shown.waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** @param {Page} page @param {string} name */
export async function chooseAssignee(page, name) {
  // Its placeholder lies over it, which is what a person clicks on.
  await page.getByRole('combobox', { name: '承办单位' }).click({ force: true });
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
