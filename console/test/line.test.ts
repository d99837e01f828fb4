import { describe, expect, it } from 'vitest';
import { forEach, type Outcome } from '@/desk/bulk';
import { laidOut, nextOf, refreshed, stepFrom } from '@/desk/line';
import type { WorkItem } from '@/desk/queue';
import { workingClock, workingSpan } from '@/lib/workingTime';

const item = (key: string, minute: number): WorkItem => ({
  key,
  ticketId: key,
  title: key,
  from: '',
  at: `2026-11-21T19:${String(minute).padStart(2, '0')}:00+08:00`,
  urgent: false,
  version: 1,
});
const [a, b, c, d] = [item('a', 1), item('b', 2), item('c', 3), item('d', 4)];
const part = (items: WorkItem[], total: number, page = 0) => ({ items, total, page, size: 3 });
const keys = (rows: { key: string; gone: boolean }[]) =>
  rows.map(({ key, gone }) => (gone ? `-${key}` : key)).join(' ');

describe('a waiting line on the screen', () => {
  it('keeps the place of what has gone', () => {
    const line = refreshed(laidOut(part([a, b, c], 3)), part([a, c], 2));
    expect(keys(line.rows)).toBe('a -b c');
    expect(line.fresh).toBe(0);
  });

  it('tells how many have come without showing them', () => {
    const line = refreshed(laidOut(part([a, b], 2)), part([a, b, c], 4));
    expect(keys(line.rows)).toBe('a b');
    expect(line.fresh).toBe(2);
  });

  it('does not take what moved up from the next page for new', () => {
    const line = refreshed(laidOut(part([a, b, c], 4)), part([a, c, d], 3));
    expect(keys(line.rows)).toBe('a -b c');
    expect(line.fresh).toBe(0);
  });

  it('does not take what was pushed to the next page for gone', () => {
    const early = item('0', 0);
    const line = refreshed(laidOut(part([a, b, c], 3)), part([early, a, b], 4));
    expect(keys(line.rows)).toBe('a b c');
    expect(line.fresh).toBe(1);
  });

  it('takes what came back for waiting again', () => {
    const gone = refreshed(laidOut(part([a, b], 2)), part([a], 1));
    expect(keys(refreshed(gone, part([a, b], 2)).rows)).toBe('a b');
  });

  it('goes on with the next one that still waits, at last with one before', () => {
    const { rows } = refreshed(laidOut(part([a, b, c], 3)), part([a, c], 2));
    expect(nextOf(rows, 'a')?.key).toBe('c');
    expect(nextOf(rows, 'c')?.key).toBe('a');
    expect(stepFrom(rows, 'a', 1)?.key).toBe('b');
    expect(stepFrom(rows, 'a', -1)?.key).toBe('a');
  });
});

describe('doing the same to several', () => {
  it('goes on after one has failed, and tells which and why', async () => {
    const told: Outcome[] = [];
    await forEach(
      [a, b, c, d],
      ({ key }) => (key === 'b' ? Promise.reject(new Error('x')) : Promise.resolve()),
      (outcome) => told.push(outcome),
    );
    expect(
      told
        .filter(({ problem }) => !problem)
        .map(({ item: { key } }) => key)
        .sort(),
    ).toEqual(['a', 'c', 'd']);
    expect(told.find(({ problem }) => problem)?.item.key).toBe('b');
  });
});

describe('working time', () => {
  const clock = workingClock({
    spans: [
      { from: '09:00', to: '12:00' },
      { from: '14:30', to: '18:00' },
    ],
    departures: [
      { day: '2026-11-23', worked: false },
      { day: '2026-11-28', worked: true },
    ],
  });
  const hours = (from: string, to: string) =>
    (clock.between(Date.parse(`${from}:00+08:00`), Date.parse(`${to}:00+08:00`)) ?? NaN) /
    3_600_000;

  it('leaves out nights, noon, weekends and holidays', () => {
    expect(hours('2026-11-20T17:00', '2026-11-20T20:00')).toBe(1);
    expect(hours('2026-11-20T11:00', '2026-11-20T15:30')).toBe(2);
    expect(hours('2026-11-20T18:00', '2026-11-24T09:00')).toBe(0);
    expect(hours('2026-11-27T18:00', '2026-11-28T18:00')).toBe(6.5);
  });

  it('is told in days of work', () => {
    expect(workingSpan(8.5 * 3_600_000, clock.day)).toBe('1工作日2小时');
    expect(workingSpan(90 * 60_000, clock.day)).toBe('1小时30分');
  });
});
