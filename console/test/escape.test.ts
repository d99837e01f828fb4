import { afterEach, describe, expect, it } from 'vitest';
import { leavesByEscape } from '@/lib/escape';

afterEach(() => (document.body.innerHTML = ''));

function escaped(html: string, init: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html;
  const field = document.querySelector('input');
  let leaves = false;
  field?.addEventListener('keydown', (event) => (leaves = leavesByEscape(event)));
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...init }));
  return leaves;
}

describe('Escape in a form', () => {
  it('leaves it from a list that is folded, and folds one that is not', () => {
    expect(escaped('<input role="combobox" aria-expanded="false">')).toBe(true);
    expect(escaped('<input role="combobox" aria-expanded="true">')).toBe(false);
  });

  it('is left to the input method, and to whatever deals with it itself', () => {
    const list = '<input role="combobox" aria-expanded="false">';
    expect(escaped(list, { isComposing: true })).toBe(false);
    expect(escaped('<input>')).toBe(false);
  });
});
