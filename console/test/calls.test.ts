import { describe, expect, it } from 'vitest';
import type { Call } from '@/api/intake';
import { asked, unfiltered } from '@/calls/filter';
import { clock, legText, shortLeg, talked, tieable } from '@/calls/words';

const call = (own: Partial<Call> = {}): Call => ({
  ...{ id: '621000:c1', owner: { code: '621000', name: '庆阳市' }, direction: 'INBOUND' },
  ...{ line: '12345', startedAt: '2026-11-22T09:00:00+08:00', legs: [], recorded: false },
  ...{ handling: 'OPEN', handlingLabel: '进行中', version: 1 },
  ...own,
});
const answeredAt = '2026-11-22T09:00:10+08:00';
const endedAt = '2026-11-22T10:03:22+08:00';

describe('a call record', () => {
  it('tells how long was talked, and what there is instead of talk', () => {
    expect(talked(call({ answeredAt, endedAt }))).toBe('01:03:12');
    expect(talked(call({ answeredAt }))).toBe('通话中');
    expect(talked(call({ endedAt }))).toBe('未接听');
    expect(talked(call())).toBe('待接听');
    expect(clock(-5)).toBe('00:00:00');
  });

  it('says where it was passed on to and whether that came about', () => {
    const leg = { kind: 'EMERGENCY' as const, code: '110', at: answeredAt, threeParty: false };
    const label = () => '紧急热线';
    expect(legText({ ...leg, succeeded: true }, label)).toBe('转接 紧急热线 110（已接通）');
    expect(legText(leg, label)).toContain('接通中');
    expect(shortLeg({ ...leg, succeeded: false })).toBe('110 未接通');
    expect(shortLeg({ ...leg, threeParty: true, succeeded: true })).toBe('三方 110');
  });

  it('can be given a ticket by a call-taker of its own node, once, when somebody has answered it', () => {
    expect(tieable(call({ answeredAt }), '621000', true)).toBe(true);
    expect(tieable(call({ answeredAt }), '621000', false)).toBe(false);
    expect(tieable(call({ answeredAt }), '620000', true)).toBe(false);
    expect(tieable(call({ endedAt }), '621000', true)).toBe(false);
    expect(tieable(call({ answeredAt, ticketId: 'T' }), '621000', true)).toBe(false);
  });

  it('is looked for by whole days', () => {
    const days = { ...unfiltered, from: '2026-11-01', to: '2026-11-30' };
    expect(asked(days)).toMatchObject({
      from: '2026-11-01T00:00:00+08:00',
      to: '2026-12-01T00:00:00+08:00',
    });
  });
});
