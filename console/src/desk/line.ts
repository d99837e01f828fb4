import type { WorkItem } from './queue';

/** A row as somebody looks at it: it keeps its place although the line behind it moves. */
export interface LineRow extends WorkItem {
  /** It waits here no longer. */
  gone: boolean;
}

export interface Line {
  rows: LineRow[];
  /** How many waited in all when the rows were laid out. */
  total: number;
  /** How many have come since and are not shown yet. */
  fresh: number;
}

export interface Part {
  items: WorkItem[];
  total: number;
  /** Counted from 0. */
  page: number;
  size: number;
}

/** Laid out anew. */
export const laidOut = ({ items, total }: Part): Line => ({
  rows: items.map((item) => ({ ...item, gone: false })),
  total,
  fresh: 0,
});

/**
 * The same rows in the same places, told what is known of them now: one that waits no longer is marked, one that came
 * is only counted. Items that merely moved to another page are left as they are.
 */
export function refreshed(line: Line, now: Part): Line {
  const known = new Map(now.items.map((item) => [item.key, item]));
  const [first] = now.items;
  const last = now.items[now.items.length - 1];
  const full = now.items.length === now.size;
  const covered = (row: LineRow): boolean =>
    (now.page === 0 || !first || row.at >= first.at) && (!full || !last || row.at < last.at);
  const rows = line.rows.map((row): LineRow => {
    const item = known.get(row.key);
    if (item) return { ...item, gone: false };
    return covered(row) ? { ...row, gone: true } : row;
  });
  const left = rows.filter((row) => row.gone).length;
  return { rows, total: line.total, fresh: Math.max(0, now.total - (line.total - left)) };
}

/** The next row that still waits, further down before further up. */
export function nextOf(rows: LineRow[], key: string | undefined): LineRow | undefined {
  const at = rows.findIndex((row) => row.key === key);
  return rows.slice(at + 1).find((row) => !row.gone) ?? rows.slice(0, at).find((row) => !row.gone);
}

/** The row before or after, as the arrows go. */
export function stepFrom(
  rows: LineRow[],
  key: string | undefined,
  step: 1 | -1,
): LineRow | undefined {
  const at = rows.findIndex((row) => row.key === key);
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
