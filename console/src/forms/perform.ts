import { nextTick } from 'vue';
import { Refusal } from '@/api/http';
import { assignments, tickets } from '@/api/node';
import { supervisions } from '@/api/oversight';
import type { Action } from './fields';
import type { Target } from './target';

/**
 * Does an action to its target. Where things have a version, somebody else's change meanwhile is refused; what goes without
 * one is known by its key when it is sent again.
 */
export function perform(
  { of, id, version }: Target,
  { name, anyVersion }: Action,
  body: object,
  key: string,
): Promise<unknown> {
  switch (of) {
    case 'ticket':
      return anyVersion
        ? tickets.add(id, name, body, key)
        : tickets.act(id, name, { ...body, version });
    case 'assignment':
      return assignments.act(id, name, { ...body, version });
    case 'supervision':
      return supervisions.act(id, name, body, key);
  }
}

/** Somebody, or something, was faster: what the form was about is not as it was. */
export const isConflict = (failure: unknown): failure is Refusal =>
  failure instanceof Refusal && failure.status === 409;

interface Retry {
  /** Shows what there is now. */
  refresh: () => Promise<void>;
  /** Whether the form may go on although its target has changed, judged by what there is now. */
  mayGoOn: () => boolean;
}

/**
 * Sends, and once more when the target has changed meanwhile in a way that lets it go on.
 *
 * @returns whether it took the second time
 */
export async function sendOnceMore(
  send: () => Promise<unknown>,
  { refresh, mayGoOn }: Retry,
): Promise<boolean> {
  try {
    await send();
    return false;
  } catch (failure) {
    if (!isConflict(failure)) throw failure;
    await refresh();
    // until then the form still has what there was before
    await nextTick();
    if (failure.code !== 'STALE_VERSION' || !mayGoOn()) throw failure;
    await send();
    return true;
  }
}
