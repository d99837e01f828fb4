import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install } from '@/api/http';
import { desks, overseen, type Queue } from '@/desk/desks';
import { exportQueue, loadQueue, wide } from '@/desk/queue';

const asked: URL[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url, 'http://node'));
    return Promise.resolve(new Response('{"items":[],"total":0}', { status: 200 }));
  });
  install({
    renew: () => Promise.resolve(),
    unreachable: () => undefined,
    reachable: () => undefined,
  });
});
afterEach(() => vi.unstubAllGlobals());

/** What a request narrows its list by, whatever part of it or form it wants. */
function filters(url: URL | undefined): string[] {
  const own = new Set(['page', 'size', 'sort', 'format']);
  return [...(url?.searchParams ?? [])]
    .filter(([name]) => !own.has(name))
    .map((each) => each.join('='))
    .sort();
}

const queues: [string, Queue][] = [...desks, overseen].flatMap((desk) =>
  desk.queues.map((queue): [string, Queue] => [`${desk.title}·${queue.label}`, queue]),
);

describe('a waiting line as a file', () => {
  it.each(queues)('%s holds what its rows show', async (_, queue) => {
    const narrowing = { ...wide, region: '621000', category: 'COMPLAINT' };
    await loadQueue(queue, narrowing, 0, 20, '621000');
    await exportQueue(
      queue,
      narrowing,
      '621000',
      'CSV',
    )({ signal: new AbortController().signal, arrived: () => undefined });

    expect(asked.map((url) => url.pathname)).toEqual([
      `/api/${queue.of}`,
      `/api/${queue.of}/export`,
    ]);
    expect(filters(asked[1])).toEqual(filters(asked[0]));
    expect(asked[1]?.searchParams.get('format')).toBe('CSV');
  });
});

describe('the queues of a desk', () => {
  it.each([...desks, overseen])(
    '$title has names of its own for all of them',
    ({ queues: all }) => {
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    },
  );
});
