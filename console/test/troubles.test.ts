import { describe, expect, it } from 'vitest';
import type { Network, Stream, StuckCommand } from '@/api/types';
import { troubles } from '@/network/troubles';

const now = new Date('2026-11-21T12:00:00Z');
const node = { code: '621000', name: '庆阳市', tier: 'CITY' };
const own = { produced: 10, confirmed: 10, headHash: 'aa', waiting: 0 };
const stream = (different: Partial<Stream> = {}): Stream => ({
  origin: { code: '621002', name: '西峰区12345政务服务便民热线', tier: 'DISTRICT' },
  ...{ name: 'uplink', produced: 10, received: 10, applied: 10, headHash: 'aa', originHash: 'aa' },
  ...{ headsAgree: true, backlog: 0, lagMillis: { p50: 1, p99: 2 }, setAside: 0 },
  lastAppliedAt: '2026-11-21T12:00:00Z',
  ...different,
});
const network = (different: Partial<Network> = {}): Network => ({
  ...{ node, children: [], streams: [stream()], own, broadcasts: [], ownBroadcast: own, tree: [] },
  version: { software: '0.7.0', schema: 7 },
  ...different,
});
const stuck = (writtenAt: string): StuckCommand => ({
  ...{ id: 'c', target: { code: '621002', name: '西峰区' }, type: 'instruction.Dispatched' },
  ...{ typeLabel: '派单', ticketId: '621000-20261121-000042' },
  ...{ writtenAt, attempts: 3, lastError: '没有应答' },
});

describe('what is stuck', () => {
  it('is nothing while all goes as it should', () => {
    expect(troubles(network(), [], [], now)).toEqual([]);
  });

  it('is said with what to do, what needs a person first', () => {
    const found = troubles(
      network({ streams: [stream({ backlog: 500, headsAgree: false })] }),
      [stuck('2026-11-21T10:00:00Z')],
      [],
      now,
    );
    expect(found.map((each) => each.act)).toEqual([true, false]);
    expect(found[0]?.todo).toContain('2小时');
    expect(found[1]?.what).toContain('西峰区还有 500 条');
  });

  it('is not a command that was written a moment ago, nor a few records on their way', () => {
    const found = troubles(
      network({ streams: [stream({ backlog: 3, headsAgree: false })] }),
      [stuck('2026-11-21T11:59:00Z')],
      [],
      now,
    );
    expect(found).toEqual([]);
  });

  it('is a chain that ends otherwise than its origin says', () => {
    const found = troubles(
      network({ streams: [stream({ headsAgree: false, originHash: 'bb' })] }),
      [],
      [],
      now,
    );
    expect(found).toMatchObject([{ act: true }]);
    expect(found[0]?.what).toContain('链头');
  });
});
