import { effectScope, ref } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { activeShortcuts, useShortcuts } from '@/lib/shortcuts';

let scope = effectScope();
afterEach(() => {
  scope.stop();
  scope = effectScope();
  document.body.innerHTML = '';
});

function press(init: KeyboardEventInit, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

function offered(keys: string) {
  const run = vi.fn();
  scope.run(() => useShortcuts('受理台', [{ keys, label: '试', run }]));
  return run;
}

describe('shortcuts', () => {
  it('go by the place of the key, whatever Alt makes of it', () => {
    const run = offered('Alt+N');
    const event = press({ code: 'KeyN', key: '˜', altKey: true });
    press({ code: 'KeyN', key: 'n' });
    expect(run).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });

  it('leave a letter to whoever types, and to an input method', () => {
    const run = offered('?');
    const input = document.body.appendChild(document.createElement('input'));
    press({ code: 'Slash', key: '?', shiftKey: true }, input);
    press({ code: 'Slash', key: '?', shiftKey: true, isComposing: true });
    expect(run).not.toHaveBeenCalled();
    press({ code: 'Slash', key: '?', shiftKey: true });
    expect(run).toHaveBeenCalledOnce();
  });

  it('rest while a dialog is open', () => {
    const run = offered('Alt+N');
    document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>';
    press({ code: 'KeyN', key: 'n', altKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('change with what the page shows and go with it', () => {
    const more = ref(false);
    scope.run(() =>
      useShortcuts('受理台', () =>
        more.value ? [{ keys: 'Alt+A', label: '追加', run: () => undefined }] : [],
      ),
    );
    expect(activeShortcuts()[0]?.shortcuts).toEqual([]);
    more.value = true;
    expect(activeShortcuts()[0]?.shortcuts).toHaveLength(1);
    scope.stop();
    expect(activeShortcuts()).toEqual([]);
  });
});
