import type { TimelineEntry } from '@/api/types';

/** The network's own errands: they decide nothing that a form could contradict. */
const errands = new Set(['ORDER_DELIVERED', 'INSTRUCTION_FOLLOWED', 'ASSIGNMENT_RECEIVED']);

const keyOf = ({ origin, position, at, type, text }: TimelineEntry) =>
  [origin, position ?? '', at, type, text ?? ''].join(' ');

/** What a timeline tells that it did not tell before. */
export function since(before: TimelineEntry[], now: TimelineEntry[]): TimelineEntry[] {
  const known = new Set(before.map(keyOf));
  return now.filter((entry) => !known.has(keyOf(entry)));
}

/** Whether this node did it by itself: its timers, or a neighbour's receipt. */
const ofItself = (entry: TimelineEntry, node: string): boolean =>
  entry.origin === node && (entry.actor === 'system' || errands.has(entry.type));

/** Whether nobody has had a hand in it, so that a form may go on without being looked at again. */
export const onlyTimers = (happened: TimelineEntry[], node: string): boolean =>
  happened.length > 0 && happened.every((entry) => ofItself(entry, node));

/** Who did it, as the reader knows him. */
export function actorOf(entry: TimelineEntry, nameOf: (node: string) => string): string {
  if (entry.actor === 'system') return '系统计时任务';
  return /^\d{6,9}$/.test(entry.actor) ? nameOf(entry.actor) : entry.actor;
}
