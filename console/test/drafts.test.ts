import { beforeEach, describe, expect, it } from 'vitest';
import { claimDrafts, useDraft } from '@/lib/drafts';

interface Form {
  title: string;
  orders: { code: string }[];
}
const blank = (): Form => ({ title: '', orders: [] });

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again after a reload', () => {
    const before = useDraft('intake', blank);
    before.values.title = '暖气不热';
    before.values.orders.push({ code: 'ZJ' });
    const after = useDraft('intake', blank);
    expect(after.restored).toBe(true);
    expect(after.values).toEqual({ title: '暖气不热', orders: [{ code: 'ZJ' }] });
  });

  it('has the key under which it was sent, though nothing was typed', () => {
    let made = 0;
    const keyed = () => ({ key: `k${++made}`, text: '三楼停水' });
    const sent = useDraft('supplement', keyed);
    sent.keep();
    expect(useDraft('supplement', keyed).values.key).toBe(sent.values.key);
  });

  it('is gone once it was sent', () => {
    const form = useDraft('intake', blank);
    form.values.title = '暖气不热';
    form.reset();
    expect(form.values.title).toBe('');
    expect(useDraft('intake', blank).restored).toBe(false);
  });

  it('is begun anew when what was stored cannot be read', () => {
    sessionStorage.setItem('hotline.draft.intake', '{broken');
    expect(useDraft('intake', blank).values).toEqual(blank());
  });

  it('is not shown to the next user of the same tab', () => {
    claimDrafts('huawu');
    useDraft('intake', blank).values.title = '暖气不热';
    claimDrafts('huawu');
    expect(useDraft('intake', blank).values.title).toBe('暖气不热');
    claimDrafts('paidan');
    expect(useDraft('intake', blank).values.title).toBe('');
  });
});
