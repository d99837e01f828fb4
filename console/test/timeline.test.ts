import { effectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimelineEntry } from '@/api/types';
import { usePassing } from '@/lib/passing';
import { nodesOf, passages } from '@/ticket/timeline';

const entry = (type: string, code = '621000'): TimelineEntry => ({
  ...{ at: '2026-11-21T19:00:00+08:00', node: { code, name: code }, type, title: type },
  ...{ actor: 'paidan', origin: code },
});

describe('the timeline', () => {
  const entries = [
    entry('TICKET_REGISTERED'),
    entry('ORDER_PLACED'),
    entry('ORDER_DELIVERED'),
    entry('ASSIGNMENT_RECEIVED', '621002'),
    entry('SIGNED_FOR', '621002'),
  ];

  it('folds what only echoes, side by side, and tells the rest one by one', () => {
    expect(passages(entries, '').map((each) => [each.folded, each.entries.length])).toEqual([
      [false, 1],
      [false, 1],
      [true, 2],
      [false, 1],
    ]);
  });

  it('can be of one node', () => {
    expect(nodesOf(entries).map((node) => node.code)).toEqual(['621000', '621002']);
    expect(passages(entries, '621002').flatMap((each) => each.entries)).toHaveLength(2);
  });
});

describe('what was revealed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is forgotten after a while', () => {
    const scope = effectScope();
    const passing = scope.run(() => usePassing<string>(1000));
    passing?.show('13900000001');
    expect(passing?.value.value).toBe('13900000001');
    vi.advanceTimersByTime(1001);
    expect(passing?.value.value).toBeUndefined();
    scope.stop();
  });
});
