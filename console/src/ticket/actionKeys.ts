import type { Action } from '@/forms/actions';
import type { Shortcut } from '@/lib/shortcuts';

/** One letter for what is done most; the same letter wherever the action is offered. */
const letters: Record<string, string | undefined> = {
  accept: 'A',
  dispatch: 'D',
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
};

/** The first action of each letter has it. */
export function actionKeys(actions: { action: Action; run: () => void }[]): Shortcut[] {
  const taken = new Set<string>();
  return actions.flatMap(({ action, run }): Shortcut[] => {
    const keys = letters[action.name];
    if (!keys || taken.has(keys)) return [];
    taken.add(keys);
    return [{ keys, label: action.label, run }];
  });
}
