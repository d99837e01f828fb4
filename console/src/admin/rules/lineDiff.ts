/** A line of two texts beside each other. */
export interface DiffLine {
  kind: 'same' | 'gone' | 'new';
  text: string;
  /** Where it stands in the old text, and in the new one. */
  before?: number;
  after?: number;
}

/**
 * What has changed between two texts, line by line: the longest common run of lines stays, the rest is gone or new.
 * Equal beginnings and ends are taken off first, so that the table is as large as what was changed.
 */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const head = a.slice(0, start).map((text, at) => same(text, at, at));
  const tail = a
    .slice(a.length - end)
    .map((text, at) => same(text, a.length - end + at, b.length - end + at));
  const middle = changed(a.slice(start, a.length - end), b.slice(start, b.length - end), start);
  return [...head, ...middle, ...tail];
}

const same = (text: string, before: number, after: number): DiffLine => ({
  kind: 'same',
  text,
  before: before + 1,
  after: after + 1,
});

function changed(a: string[], b: string[], offset: number): DiffLine[] {
  // lengths[i][j]: how many lines a from i and b from j have in common
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(same(a[i] ?? '', offset + i++, offset + j++));
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'gone', text: a[i] ?? '', before: offset + ++i });
    } else {
      lines.push({ kind: 'new', text: b[j] ?? '', after: offset + ++j });
    }
  }
  return lines;
}

/** A stretch of lines to show, or how many unchanged ones were left out. */
export type DiffPart = { lines: DiffLine[] } | { left: number };

/** Unchanged lines that are further than `near` from a change are left out. */
export function folded(lines: DiffLine[], near = 3): DiffPart[] {
  const shown = lines.map(() => false);
  lines.forEach((line, at) => {
    if (line.kind === 'same') return;
    for (let i = Math.max(0, at - near); i <= Math.min(lines.length - 1, at + near); i++) {
      shown[i] = true;
    }
  });
  const parts: DiffPart[] = [];
  lines.forEach((line, at) => {
    const last = parts.at(-1);
    if (shown[at]) {
      if (last && 'lines' in last) last.lines.push(line);
      else parts.push({ lines: [line] });
    } else if (last && 'left' in last) last.left++;
    else parts.push({ left: 1 });
  });
  return parts;
}
