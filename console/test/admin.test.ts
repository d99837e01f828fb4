import { describe, expect, it } from 'vitest';
import { passwordFault } from '@/admin/access/password';
import { lineOfDay, monthsOf, readNotice } from '@/admin/rules/holidays';
import { folded, lineDiff } from '@/admin/rules/lineDiff';

describe('the difference of two texts', () => {
  const before = ['a', 'b', 'c', 'd'].join('\n');

  it('names what is gone and what is new, and where', () => {
    expect(lineDiff(before, 'a\nx\nc\nd\ne').filter((line) => line.kind !== 'same')).toEqual([
      { kind: 'gone', text: 'b', before: 2 },
      { kind: 'new', text: 'x', after: 2 },
      { kind: 'new', text: 'e', after: 5 },
    ]);
  });

  it('can be undone: both texts follow from it', () => {
    const after = 'b\nc\nq\nd\nd';
    const lines = lineDiff(before, after);
    const side = (gone: 'gone' | 'new') =>
      lines
        .filter((line) => line.kind !== gone)
        .map((line) => line.text)
        .join('\n');
    expect(side('new')).toBe(before);
    expect(side('gone')).toBe(after);
  });

  it('leaves out what is far from any change', () => {
    const long = Array.from({ length: 40 }, (_, at) => `line ${at}`);
    const changed = long.map((line, at) => (at === 20 ? 'changed' : line));
    const parts = folded(lineDiff(long.join('\n'), changed.join('\n')), 2);
    expect(parts.map((part) => ('left' in part ? part.left : part.lines.length))).toEqual([
      18, 6, 17,
    ]);
  });
});

describe('a year of holidays', () => {
  it('shows holidays, make-up workdays and weekends in their months', () => {
    const months = monthsOf({
      ...{ version: 1, year: 2026, known: true, source: '', importedAt: '', importedBy: '' },
      days: [
        { date: '2026-01-01', name: '元旦', isOffDay: true },
        { date: '2026-01-04', name: '元旦', isOffDay: false },
      ],
    });
    expect(months[0]?.blanks).toBe(3);
    expect(months[0]?.days.slice(0, 5).map((day) => day.kind)).toEqual([
      ...['holiday', 'work', 'rest', 'makeup', 'work'],
    ]);
    expect(months[1]?.days).toHaveLength(28);
  });

  const file = '{\n "year": 2027,\n "days": [\n  {"date": "2027-01-01"},\n  {"date": "x"}\n ]\n}';

  it('is read from a file, or refused with what was expected', () => {
    expect(readNotice(file)).toHaveProperty('notice.year', 2027);
    expect(readNotice('[]')).toHaveProperty('fault');
    expect(readNotice(file.slice(0, 30))).toHaveProperty('fault', expect.stringContaining('JSON'));
  });

  it('has the line that a refusal is about', () => {
    expect(lineOfDay(file, 'days[1].date：“x”，应为日期')).toBe(5);
    expect(lineOfDay(file, 'year：应为年份')).toBeUndefined();
  });
});

describe('a password', () => {
  it('is long, of several kinds of characters and without the name', () => {
    expect(passwordFault('huawu', 'Rainy-day-24')).toBeUndefined();
    expect(passwordFault('huawu', 'Rain-24')).toContain('7 位');
    expect(passwordFault('huawu', 'rainyrainyday24')).toContain('现有 2 种');
    expect(passwordFault('huawu', 'My-Huawu-2026')).toContain('账号');
  });
});
