import type { TimelineEntry } from '@/api/types';

/** What the network notes of its own accord, and what only repeats what another node says itself. */
const noise = new Set([
  'ORDER_SIGNED_FOR',
  'ORDER_CONTACTED',
  'ORDER_RETURN_REQUESTED',
  'ORDER_EXTENSION_REQUESTED',
  'ORDER_REQUEST_MADE',
  'ORDER_REQUEST_SIGNED',
  'ORDER_PLAN_MADE',
  'ORDER_PLAN_STEP_DONE',
  'ORDER_REPLIED',
  'ORDER_DELIVERED',
  'ORDER_CONCLUDED',
  'ASSIGNMENT_RECEIVED',
  'INSTRUCTION_FOLLOWED',
  'LATE_INSTRUCTION',
  'DEADLINE_NEAR',
  'DEADLINES_RECOMPUTED',
]);

/** One happening, or several side by side that nobody needs to read one by one. */
export interface Passage {
  folded: boolean;
  entries: TimelineEntry[];
}

/** The nodes where something happened, in the order in which they come up. */
export function nodesOf(entries: TimelineEntry[]): { code: string; name: string }[] {
  const found = new Map(entries.map((entry) => [entry.node.code, entry.node]));
  return [...found.values()];
}

/** Folds what is noise; the rest is told one by one. */
export function passages(entries: TimelineEntry[], node: string): Passage[] {
  const found: Passage[] = [];
  for (const entry of entries) {
    if (node && entry.node.code !== node) continue;
    const folded = noise.has(entry.type);
    const last = found.at(-1);
    if (folded && last?.folded) last.entries.push(entry);
    else found.push({ folded, entries: [entry] });
  }
  return found;
}
