// Pictures of every page, to be looked at: `node e2e/screenshots.mjs FOLDER`, with CONSOLE_URL and CONSOLE_PASSWORD.
import { mkdirSync } from 'node:fs';
import { launch, signedIn } from './browser.mjs';

const folder = process.argv[2] ?? 'target/screenshots';
const url = process.env.CONSOLE_URL ?? 'http://127.0.0.1:4173';
const password = process.env.CONSOLE_PASSWORD ?? 'hotline';
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const viewport of sizes) {
    const page = await signedIn(browser, { url, username: 'admin', password, viewport });
    const picture = (/** @type {string} */ name) =>
      page.screenshot({ path: `${folder}/${name}-${viewport.width}.png` });
    for (const name of [
      'tickets',
      'intake',
      'dispatch',
      'handling',
      'review',
      'follow-up',
      'network',
    ]) {
      await page.goto(`/${name}`);
      await page.waitForLoadState('networkidle');
      await picture(name);
    }
    await page.goto('/tickets');
    await page.locator('.table tbody a').first().click();
    await page.getByText('办理轨迹').waitFor();
    await picture('ticket');
    await page.goto('/dispatch');
    await page.getByRole('button', { name: '派单', exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('combobox').last().click();
    await page.waitForTimeout(500);
    await picture('dispatch-form');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '登录' }).waitFor();
    await picture('sign-in');
    await page.context().close();
  }
} finally {
  await browser.close();
}
