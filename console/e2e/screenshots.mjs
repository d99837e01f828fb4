// Pictures of every page, to be looked at: `npm run screenshots -- FOLDER`, with CONSOLE_URL and CONSOLE_PASSWORD of a node
// that runs; without them, of the fake node with the console as it was built last.
import { mkdirSync } from 'node:fs';
import { start } from '../dev/fake-node.mjs';
import { browse } from './browse.mjs';
import { launch } from './browser.mjs';

const folder = process.argv[2] ?? 'target/screenshots';
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
];

mkdirSync(folder, { recursive: true });
const fake = process.env.CONSOLE_URL ? undefined : await start(0);
const url = process.env.CONSOLE_URL ?? fake?.url ?? '';
const password = process.env.CONSOLE_PASSWORD ?? 'hotline';
const browser = await launch();
try {
  for (const viewport of sizes) {
    await browse(browser, { url, password, viewport }, async (page, { name }) => {
      await page.screenshot({ path: `${folder}/${name}-${viewport.width}.png` });
    });
  }
} finally {
  await browser.close();
  fake?.close();
}
