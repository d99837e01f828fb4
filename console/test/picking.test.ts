import { describe, expect, it } from 'vitest';
import { pick, pickKeeping } from '@/lib/picking';

const units = [
  { value: 'JYJ', label: '市教育局', initials: 'sjyj' },
  { value: 'GTJ', label: '市交通运输局', initials: 'sjtysj' },
  { value: 'RSJ', label: '市人社局', initials: 'srsj' },
  { value: 'CQ', label: '重庆办事处', initials: 'cqbsc' },
];

const names = (typed: string) => pick(units, typed).map(({ label }) => label);

describe('a picker', () => {
  it('finds by a part of the name, by the code and by pinyin initials', () => {
    expect(names('人社')).toEqual(['市人社局']);
    expect(names('gtj')).toEqual(['市交通运输局']);
    expect(names('cqb')).toEqual(['重庆办事处']);
    expect(names('srs')).toEqual(['市人社局']);
  });

  it('finds 市交通运输局 by jtj, the initials of what people call it', () => {
    expect(names('jtj')).toEqual(['市交通运输局']);
  });

  it('shows the best fit first, and all when nothing is typed', () => {
    expect(names('j')[0]).toBe('市教育局');
    expect(names('  ')).toHaveLength(4);
    expect(names('zz')).toEqual([]);
  });

  it('keeps what is chosen in the list, behind what fits', () => {
    expect(pickKeeping(units, 'rs', ['CQ']).map(({ value }) => value)).toEqual(['RSJ', 'CQ']);
  });
});
