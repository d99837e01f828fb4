import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '@/api/http';
import type { TimelineEntry } from '@/api/types';
import { actorOf, onlyTimers, since } from '@/forms/meanwhile';
import { sendOnceMore } from '@/forms/perform';

const node = '621000';
const entry = (own: Partial<TimelineEntry>): TimelineEntry => ({
  ...{ at: '2026-11-21T19:00:00+08:00', node: { code: node, name: '庆阳市' } },
  ...{ type: 'URGED', title: '催办', actor: 'duban', origin: node },
  ...own,
});
const registered = entry({ type: 'TICKET_REGISTERED', actor: 'huawu' });
const timer = entry({ type: 'DEEMED_SIGNED_FOR', actor: 'system', title: '视为签收' });

describe('what has happened since a form was opened', () => {
  it('is what the timeline did not tell before', () => {
    const urged = entry({ at: '2026-11-21T19:05:00+08:00' });
    expect(since([registered], [registered, urged])).toEqual([urged]);
    expect(since([registered, urged], [registered, urged])).toEqual([]);
  });

  it("is nobody's doing when this node's own timers, or a neighbour's receipt, are all of it", () => {
    const receipt = entry({ type: 'ORDER_DELIVERED', actor: '621002' });
    expect(onlyTimers([timer, receipt], node)).toBe(true);
    expect(onlyTimers([timer, entry({})], node)).toBe(false);
    expect(onlyTimers([entry({ ...timer, origin: '621002' })], node)).toBe(false);
  });

  it('is not known to be harmless when the timeline does not tell it', () => {
    expect(onlyTimers([], node)).toBe(false);
  });

  it('is told with who did it', () => {
    const nameOf = () => '西峰区';
    expect(actorOf(timer, nameOf)).toBe('系统计时任务');
    expect(actorOf(entry({ actor: '621002' }), nameOf)).toBe('西峰区');
    expect(actorOf(entry({}), nameOf)).toBe('duban');
  });
});

describe('a form whose ticket has changed', () => {
  const stale = new Refusal(409, { code: 'STALE_VERSION' });
  const refresh = () => Promise.resolve();

  it('is sent once more by itself when it may go on', async () => {
    const send = vi.fn().mockRejectedValueOnce(stale).mockResolvedValueOnce({});
    expect(await sendOnceMore(send, { refresh, mayGoOn: () => true })).toBe(true);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is judged by what there is once it has been loaded anew', async () => {
    const loaded: string[] = [];
    const send = vi.fn().mockRejectedValueOnce(stale).mockResolvedValueOnce({});
    await sendOnceMore(send, {
      refresh: () => Promise.resolve(void loaded.push('anew')),
      mayGoOn: () => loaded.length === 1,
    });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is not sent a third time', async () => {
    const send = vi.fn().mockRejectedValue(stale);
    await expect(sendOnceMore(send, { refresh, mayGoOn: () => true })).rejects.toBe(stale);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('waits for its writer when somebody has had a hand in it', async () => {
    const send = vi.fn().mockRejectedValue(stale);
    await expect(sendOnceMore(send, { refresh, mayGoOn: () => false })).rejects.toBe(stale);
    expect(send).toHaveBeenCalledOnce();
  });

  it('is neither loaded anew nor sent again for another refusal', async () => {
    const anew = vi.fn(refresh);
    const refusal = new Refusal(422, { code: 'RETURN_RULE' });
    const send = vi.fn().mockRejectedValue(refusal);
    const sent = sendOnceMore(send, { refresh: anew, mayGoOn: () => true });
    await expect(sent).rejects.toBe(refusal);
    expect(anew).not.toHaveBeenCalled();
    expect(send).toHaveBeenCalledOnce();
  });
});
