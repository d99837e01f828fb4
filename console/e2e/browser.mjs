// What the browser tests share: a headless Chromium, and the ways of a person at the console.
import { chromium } from 'playwright-core';

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/**
 * Signs a user in at a node, in a browser profile of their own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, username: string, password: string, viewport?: { width: number, height: number } }} at
 */
export async function signedIn(browser, { url, username, password, viewport }) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    viewport: viewport ?? { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('.shell main').waitFor();
  return page;
}

/** Waits until what fades or slides in has arrived; while it passes, colours are not what they will be. @param {import('playwright-core').Page} page */
export async function still(page) {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => null)),
    ),
  );
}
