// Going through pages as the people whose they are.
import { signedIn, still } from './browser.mjs';
import { pages } from './pages.mjs';

/**
 * @typedef {object} At
 * @property {string} url
 * @property {string} password
 * @property {{ width: number, height: number }} [viewport]
 * @property {(text: string) => void} [complain] told what goes wrong in a page without being seen
 */

/**
 * Shows each page of the list, settled, in a window of that size; people sign in once each.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {At} at
 * @param {(page: import('playwright-core').Page, step: import('./pages.mjs').Step) => Promise<void>} look
 */
export async function browse(browser, at, look) {
  for (const user of new Set(pages.map((each) => each.user))) {
    const page = await arrived(browser, at, user);
    listen(page, at.complain);
    for (const step of pages.filter((each) => each.user === user)) {
      await page.goto(step.path);
      await settled(page);
      await step.then?.(page);
      await settled(page);
      await look(page, step);
    }
    await page.context().close();
  }
}

/**
 * Hears of errors in scripts and of what the console logs as one. What a node refuses the page itself tells.
 *
 * @param {import('playwright-core').Page} page
 * @param {At['complain']} complain
 */
function listen(page, complain) {
  page.on('pageerror', (error) => complain?.(`${page.url()}: ${error.stack}`));
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) complain?.(`${page.url()}: ${message.text()}`);
  });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {At} at
 * @param {string} user
 */
async function arrived(browser, { url, password, viewport }, user) {
  if (user) return signedIn(browser, { url, username: user, password, viewport });
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', viewport });
  return context.newPage();
}

/** Until nothing is loaded any more and nothing moves; the stream of live updates stays open. @param {import('playwright-core').Page} page */
async function settled(page) {
  await page.locator('main, form').first().waitFor();
  await page.waitForFunction(() => !document.body.innerText.includes('正在加载'));
  await still(page);
}
