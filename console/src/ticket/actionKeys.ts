import type { Action } from '@/forms/actions';
import type { Shortcut } from '@/lib/shortcuts';

/**
 * One letter for what is done most; the same letter wherever the action is offered. I (issue a supervision), J, K, N and
 * X are taken by the desks. Letters alone do not count in a field, so that no input method meets them.
 */
const letters: Record<string, string | undefined> = {
  accept: 'A',
  dispatch: 'D',
  answer: 'Q',
  refuse: 'O',
  'sign-for': 'S',
  reply: 'R',
  contact: 'C',
  'request-return': 'T',
  'request-extension': 'E',
  review: 'V',
  'decide-return': 'V',
  'decide-extension': 'V',
  'decide-request': 'V',
  'office-decide': 'V',
  'sign-request': 'V',
  'follow-up': 'F',
  'call-requester': 'L',
  archive: 'G',
  close: 'B',
  remind: 'U',
  redo: 'W',
  supervise: 'P',
  'note-phone': 'H',
  supplement: 'M',
};

/** The first action of each letter has it. */
export function actionKeys(
  actions: { action: Action; label?: string; run: () => void }[],
): Shortcut[] {
  const taken = new Set<string>();
  return actions.flatMap(({ action, label, run }): Shortcut[] => {
    const keys = letters[action.name];
    if (!keys || taken.has(keys)) return [];
    taken.add(keys);
    return [{ keys, label: label ?? action.label, run }];
  });
}
