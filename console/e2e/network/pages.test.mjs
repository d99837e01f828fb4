// Every page, as its own people see it: usable by everybody, no wider than the window, and nothing complains.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessible } from '../axe.mjs';
import { browse } from '../browse.mjs';
import { launch, signedIn } from '../browser.mjs';
import { city, password, registered, run } from '../people.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
  // There is something to look at.
  const page = await signedIn(browser, { url: city, username: 'huawu', password });
  await registered(page, { title: `南大街${run}号门前井盖松动` });
  await page.context().close();
});
after(() => browser.close());

const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

describe('every page', () => {
  it('can be used by everybody, at a desk and on a phone (WCAG 2.1 AA), fits, and logs nothing', async () => {
    /** @type {string[]} */
    const faults = [];
    const complain = (/** @type {string} */ text) => faults.push(text);
    await browse(
      browser,
      { url: city, password, viewport: desk, complain },
      async (page, { name }) => {
        for (const window of [desk, phone]) {
          const where = `${name}, ${window.width} wide`;
          await page.setViewportSize(window);
          await accessible(page, where).catch((failure) => faults.push(failure.message));
          const wider = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wider > 0) faults.push(`${where}: ${wider} pixels wider than the window`);
        }
        await page.setViewportSize(desk);
      },
    );
    assert.deepEqual(faults, []);
  });
});
