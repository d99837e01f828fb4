import { reactive, watch } from 'vue';

const prefix = 'hotline.draft.';
const ownerKey = 'hotline.drafts-of';

/**
 * A form's values that survive a reload of the page. Kept for this browser tab only, because they contain
 * personal data and workplaces are shared; gone when the tab is closed or the user signs out.
 */
export function useDraft<T extends object>(key: string, blank: () => T) {
  const name = prefix + key;
  const restored = sessionStorage.getItem(name) !== null;
  const values = reactive({ ...blank(), ...stored<T>(name) }) as T;

  /** Keeps the values though nobody has changed them: when they are sent, with the key that they are sent under. */
  const keep = () => sessionStorage.setItem(name, JSON.stringify(values));
  watch(values, keep, { deep: true, flush: 'sync' });

  /** Back to a blank form, after it was sent or by choice. */
  function reset(): void {
    Object.assign(values, blank());
    sessionStorage.removeItem(name);
  }

  return { values, restored, keep, reset };
}

function stored<T>(name: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

/** Drafts are their writer's: whoever signs in next in this tab does not see them. */
export function claimDrafts(username: string): void {
  if (sessionStorage.getItem(ownerKey) !== username) forgetDrafts();
  sessionStorage.setItem(ownerKey, username);
}

export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  }
}
