import { describe, expect, it } from 'vitest';
import { fault, sizeText } from '@/attachment/files';
import { newKey } from '@/lib/submissionKey';
import { blank } from '@/portal/draft';
import { faults } from '@/portal/submission';
import { spelled } from '@/portal/words';

const good = {
  ...blank(),
  category: 'HELP',
  content: '小区东门路灯不亮，已有一周。',
  name: '张三',
  phone: '13812345678',
};

describe('an appeal of a citizen', () => {
  it('is sent when everything that is needed is there', () => {
    expect(faults(good, true)).toEqual({});
  });

  it('names each field that is wrong', () => {
    expect(Object.keys(faults(blank(), false))).toEqual([
      ...['category', 'content', 'name', 'phone', 'consent'],
    ]);
    expect(faults({ ...good, phone: '12' }, true).phone).toContain('例如');
  });

  it('needs neither name nor phone when it is anonymous', () => {
    expect(faults({ ...good, anonymous: true, name: '', phone: '' }, true)).toEqual({});
    expect(faults({ ...good, anonymous: true, phone: 'abc' }, true)).toHaveProperty('phone');
  });

  it('has a key of its own that tells it from others', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });

  it('shows its code as people read it aloud', () => {
    expect(spelled('K7MQ2345WXYZ')).toBe('K7MQ 2345 WXYZ');
  });
});

describe('a file', () => {
  const file = (name: string, size: number) => ({ name, size }) as File;

  it('is not sent when the node would refuse it anyway', () => {
    expect(fault(file('照片.JPG', 10), 100)).toBe('');
    expect(fault(file('照片.jpg', 0), 100)).toContain('空文件');
    expect(fault(file('照片.jpg', 101), 100)).toContain('超过');
    expect(fault(file('页面.html', 10), 100)).toContain('不能上传');
  });

  it('tells its size', () => {
    expect([900, 812_000, 1_400_000].map(sizeText)).toEqual(['900 字节', '793 KB', '1.3 MB']);
  });
});
