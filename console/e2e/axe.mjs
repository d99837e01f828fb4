// Whether a page can be used by everybody: axe's rules for WCAG 2.1 A and AA.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { still } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails with what is wrong and where, in the page as it is now.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} [name] of the page, for the message
 */
export async function accessible(page, name = new URL(page.url()).pathname) {
  await still(page);
  await page.evaluate(axe);
  /** @type {string[]} */
  const faults = await page.evaluate(async () => {
    // Neither a message that goes nor a button that the mouse has left is to be looked at while its colours change: no
    // transition begins any more, and those that have are brought to their end.
    const atOnce = new CSSStyleSheet();
    atOnce.replaceSync('*, *::before, *::after { transition-duration: 0s !important; }');
    document.adoptedStyleSheets.push(atOnce);
    for (const each of document.getAnimations()) {
      if (each instanceof CSSTransition) each.finish();
    }
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    // @ts-expect-error axe has put itself there
    const { violations } = await window.axe
      .run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
        resultTypes: ['violations'],
      })
      .finally(() => document.adoptedStyleSheets.pop());
    return violations.flatMap((/** @type {import('axe-core').Result} */ rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  });
  assert.deepEqual(faults, [], `${name} is accessible`);
}
