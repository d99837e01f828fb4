import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { change, duration, listOf, percent } from '@/cockpit/format';
import { spanOf } from '@/cockpit/period';
import { since, sliceWords, unsliced, until } from '@/lib/slice';
import { useReference } from '@/stores/reference';

describe('figures of the cockpit', () => {
  it('open the list of what they were counted of, and nothing more', () => {
    expect(listOf({ figure: 'OVERDUE', below: undefined })).toEqual({
      path: '/tickets',
      query: { figure: 'OVERDUE' },
    });
  });

  it('say nothing where there is nothing to compare with', () => {
    expect(change(112, 100)).toBe('+12%');
    expect(change(5, 0)).toBe('');
    expect(change(0, 0)).toBe('持平');
    expect(percent(undefined)).toBe('—');
    expect(duration(undefined)).toEqual({ value: '—', unit: '' });
    expect(duration(72)).toEqual({ value: '3.0', unit: '天' });
  });

  it('are of days of the network, wherever the browser is', () => {
    const evening = new Date('2026-11-30T17:00:00Z');
    expect(spanOf('today', evening)).toEqual({});
    expect(spanOf('month', evening)).toEqual({ from: '2026-12-01T00:00:00+08:00' });
    expect(spanOf('yesterday', evening)).toEqual({
      from: '2026-11-30T00:00:00+08:00',
      to: '2026-12-01T00:00:00+08:00',
    });
  });
});

describe('the list behind a figure', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('takes moments as they are and days as whole days', () => {
    expect(since('2026-11-21T08:00:00+08:00')).toBe('2026-11-21T08:00:00+08:00');
    expect(since('2026-11-21')).toBe('2026-11-21T00:00:00+08:00');
    expect(until('2026-11-21')).toBe('2026-11-22T00:00:00+08:00');
    expect(until('')).toBe('');
  });

  it('says in words what it is narrowed to', () => {
    const slice = { ...unsliced, from: '', to: '', figure: 'SOLVED', region: 'NONE' };
    expect(sliceWords(slice, useReference())).toEqual([
      { words: '诉求人认为已解决', names: ['figure'] },
      { words: '未注明区域', names: ['region'] },
    ]);
  });
});
