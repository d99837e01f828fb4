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

describe('every page', () => {
  it('can be used by everybody (WCAG 2.1 AA), fits, and logs nothing', async () => {
    /** @type {string[]} */
    const faults = [];
    await browse(browser, { url: city, password }, async (page, { name }) => {
      const fault = (/** @type {string} */ text) => faults.push(`${name}: ${text}`);
      await accessible(page, name).catch((failure) => fault(failure.message));
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) fault(`${wider} pixels wider than the window`);
    });
    assert.deepEqual(faults, []);
  });
});
