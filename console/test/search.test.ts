import { describe, expect, it } from 'vitest';
import { asked, isPhone, unfiltered } from '@/search/filters';
import { highlight } from '@/search/highlight';

describe('the words that were looked for', () => {
  it('stand out, the longer before the shorter', () => {
    expect(highlight('南大街路灯不亮', ['路灯', '路灯不亮'])).toEqual([
      { text: '南大街', found: false },
      { text: '路灯不亮', found: true },
    ]);
  });

  it('are found however they are capitalised, and are no patterns', () => {
    expect(highlight('编号 gs-77 (新)', ['GS-77', '(新)'])).toEqual([
      { text: '编号 ', found: false },
      { text: 'gs-77', found: true },
      { text: ' ', found: false },
      { text: '(新)', found: true },
    ]);
  });

  it('leave the text alone when there are none', () => {
    expect(highlight('路灯', [])).toEqual([{ text: '路灯', found: false }]);
  });
});

describe('what was typed', () => {
  it.each(['19912345678', '+86 199 1234 5678', '0934-8612345'])(
    'is a telephone number: %s',
    (text) => {
      expect(isPhone(text)).toBe(true);
    },
  );

  it.each(['621000-20261121-000042', '路灯', '2026', '13号楼'])('is none: %s', (text) => {
    expect(isPhone(text)).toBe(false);
  });
});

describe('what the node is asked for', () => {
  it('comes by relevance when there are words, and by time when there are none', () => {
    expect(asked({ ...unfiltered, q: '路灯' }, '', '').sort).toBe('relevance');
    expect(asked(unfiltered, '', '').sort).toBe('newest');
    expect(asked({ ...unfiltered, q: '路灯' }, '', 'oldest').sort).toBe('oldest');
  });

  it('includes the whole of the last day', () => {
    const { from, to } = asked({ ...unfiltered, from: '2026-11-20', to: '2026-11-20' }, '', '');
    expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
  });

  it('has the telephone number only when there is one', () => {
    expect(asked(unfiltered, '19912345678', '').phone).toBe('19912345678');
    expect(asked(unfiltered, '', '')).not.toHaveProperty('phone');
  });
});
