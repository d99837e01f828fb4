import { onScopeDispose, shallowReactive, toValue, type MaybeRefOrGetter } from 'vue';

/** What a combination of keys does at a desk. */
export interface Shortcut {
  /** Such as `Alt+N`, `Ctrl+Enter`, `?` or `J`; a letter alone does not count while somebody types. */
  keys: string;
  label: string;
  run: () => void;
  /** Handled by a form itself: only told of in the sheet. */
  toldOnly?: boolean;
}

interface Group {
  title: string;
  shortcuts: MaybeRefOrGetter<Shortcut[]>;
}

const groups = shallowReactive<Group[]>([]);

/** What can be pressed now, as the sheet shows it; what came last has the first word. */
export function activeShortcuts(): { title: string; shortcuts: Shortcut[] }[] {
  return groups.map(({ title, shortcuts }) => ({ title, shortcuts: toValue(shortcuts) }));
}

/** By the place of a key, so that neither Alt's dead keys nor an input method change it. */
function nameOf({ code, key }: KeyboardEvent): string {
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return place ?? (key.length === 1 ? key.toUpperCase() : key);
}

function pressed(event: KeyboardEvent): string[] {
  const before = [event.ctrlKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : ''].join('');
  const name = nameOf(event);
  return event.shiftKey
    ? [`${before}Shift+${name}`, `${before}${event.key.length === 1 ? event.key : name}`]
    : [`${before}${name}`];
}

function types(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether a dialog is open; a closed one may stay in the page, hidden. */
export function inDialog(): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]');
  return [...dialogs].some(
    (dialog) => dialog.closest<HTMLElement>('.el-overlay')?.style.display !== 'none',
  );
}

function handle(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || event.metaKey) return;
  const bare = !event.ctrlKey && !event.altKey && !/^F\d+$/.test(event.key);
  // In a dialog its own keys count; what lies below is not to be touched.
  if ((bare && types(event.target)) || inDialog()) return;
  const names = pressed(event);
  const found = activeShortcuts()
    .reverse()
    .flatMap(({ shortcuts }) => shortcuts)
    .find(({ keys, toldOnly }) => !toldOnly && names.includes(keys));
  if (!found) return;
  event.preventDefault();
  found.run();
}

/**
 * Shortcuts of a page or a part of it, for as long as it is there. They are told in the sheet that `?` opens, under
 * the title. Given as a getter they may change with what the page shows.
 */
export function useShortcuts(title: string, shortcuts: MaybeRefOrGetter<Shortcut[]>): void {
  const group = { title, shortcuts };
  if (groups.length === 0) window.addEventListener('keydown', handle);
  groups.push(group);
  onScopeDispose(() => {
    groups.splice(groups.indexOf(group), 1);
    if (groups.length === 0) window.removeEventListener('keydown', handle);
  });
}
