import { describe, expect, it } from 'vitest';
import { dateTime, dayStart, lag, shortTime, span } from '@/lib/time';

describe('times', () => {
  it('are shown in the time of the network wherever the browser is', () => {
    expect(dateTime('2026-11-21T16:30:00Z')).toBe('2026-11-22 00:30');
    expect(dateTime('2026-11-21T19:00:00+08:00')).toBe('2026-11-21 19:00');
  });

  it('leave out the year only within the present one', () => {
    const now = new Date('2026-12-31T17:00:00Z');
    expect(shortTime('2027-01-01T09:00:00+08:00', now)).toBe('01-01 09:00');
    expect(shortTime('2026-12-31T09:00:00+08:00', now)).toBe('2026-12-31 09:00');
  });

  it('show a dash for what has not happened', () => {
    expect(dateTime(undefined)).toBe('—');
    expect(lag(undefined)).toBe('—');
  });
});

describe('a day', () => {
  it('begins at midnight of the network', () => {
    expect(dayStart('2026-11-21')).toBe('2026-11-21T00:00:00+08:00');
    expect(dayStart('2026-12-31', 1)).toBe('2027-01-01T00:00:00+08:00');
  });
});

describe('a span of time', () => {
  const minute = 60_000;
  it.each([
    [30_000, '不到1分钟'],
    [45 * minute, '45分钟'],
    [60 * minute, '1小时'],
    [125 * minute, '2小时5分'],
    [24 * 60 * minute, '1天'],
    [51 * 60 * minute + 59 * minute, '2天3小时'],
    [-125 * minute, '2小时5分'],
  ])('of %i ms reads %s', (millis, text) => {
    expect(span(millis)).toBe(text);
  });
});
