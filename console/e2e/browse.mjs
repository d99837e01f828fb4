// Going through pages as the people whose they are.
import { signedIn, still } from './browser.mjs';
import { pages } from './pages.mjs';

/**
 * Shows each page of the list, settled, in a window of that size; people sign in once each.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, password: string, viewport?: { width: number, height: number } }} at
 * @param {(page: import('playwright-core').Page, step: import('./pages.mjs').Step) => Promise<void>} look
 */
export async function browse(browser, at, look) {
  for (const user of new Set(pages.map((each) => each.user))) {
    const page = await arrived(browser, at, user);
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
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, password: string, viewport?: { width: number, height: number } }} at
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
