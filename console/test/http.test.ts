import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrokenOff, explain, GivenUp, http, install, Refusal, Unreachable } from '@/api/http';
import { assignments } from '@/api/node';

const answers: (() => Promise<Response>)[] = [];
const asked: { url: string; init: RequestInit | undefined }[] = [];
let renewals = 0;
let lost = 0;

const json = (status: number, body: object) => () =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
  renewals = 0;
  lost = 0;
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return answers.shift()?.() ?? Promise.reject(new TypeError('failed'));
  });
  install({
    renew: () => {
      renewals += 1;
      return Promise.resolve();
    },
    unreachable: () => (lost += 1),
    reachable: () => undefined,
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  it('is sent again, as it was, once the user has signed in again', async () => {
    answers.push(json(401, {}), json(200, { state: 'ACCEPTED' }));
    await expect(http.post('/tickets/1/accept', { version: 3 })).resolves.toEqual({
      state: 'ACCEPTED',
    });
    expect(renewals).toBe(1);
    expect(asked.map((each) => each.init?.body)).toEqual(['{"version":3}', '{"version":3}']);
  });

  it('that makes something goes out under its key, also after signing in again', async () => {
    answers.push(json(401, {}), json(201, { id: '1' }));
    await http.postOnce('/tickets', { title: '路灯' }, 'k1');
    const keys = asked.map(({ init }) => new Headers(init?.headers).get('Idempotency-Key'));
    expect(keys).toEqual(['k1', 'k1']);
  });

  it('fails when signing in fails, and does not ask to sign in again', async () => {
    answers.push(json(401, { detail: '账号或密码不正确。' }));
    await expect(http.anonymous.post('/session', {})).rejects.toThrow('账号或密码不正确。');
    expect(renewals).toBe(0);
  });

  it('gives the explanation of the node and its code', async () => {
    answers.push(json(409, { detail: '工单已被改动。', code: 'STALE_VERSION' }));
    const failure = await http.get('/tickets/1').catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(Refusal);
    expect((failure as Refusal).code).toBe('STALE_VERSION');
    expect(explain(failure)).toBe('工单已被改动。');
  });

  it('tells a lost connection from a refusal', async () => {
    await expect(http.get('/desk')).rejects.toBeInstanceOf(Unreachable);
    answers.push(json(503, {}));
    await expect(http.get('/desk')).rejects.toBeInstanceOf(Unreachable);
    expect(lost).toBe(2);
  });

  it('leaves out filters that are not set', async () => {
    answers.push(json(200, {}));
    await http.get('/tickets', { q: '', state: 'ACCEPTED', page: 0, unit: undefined });
    expect(asked[0]?.url).toBe('/api/tickets?state=ACCEPTED&page=0');
  });

  it('writes the slashes of an assignment id as tildes', async () => {
    answers.push(json(200, {}));
    await assignments.get('621000-20261121-000042/1/2');
    expect(asked[0]?.url).toBe('/api/assignments/621000-20261121-000042~1~2');
  });
});

describe('a file', () => {
  const headers = { 'Content-Disposition': "attachment; filename*=UTF-8''%E5%B7%A5%E5%8D%95.csv" };
  /** A body that comes in pieces, and ends, breaks off, or comes no further. */
  const body = (end: 'ends' | 'breaks' | 'waits') =>
    new ReadableStream<Uint8Array>({
      start(out) {
        for (const piece of ['甲', '乙丙']) out.enqueue(new TextEncoder().encode(piece));
        if (end === 'ends') out.close();
        if (end === 'breaks') out.error(new TypeError('network error'));
      },
    });
  const comes = (end: 'ends' | 'breaks' | 'waits') => () =>
    Promise.resolve(new Response(body(end), { headers }));
  const watch = (stop = new AbortController()) => {
    const seen: number[] = [];
    return { stop, seen, signal: stop.signal, arrived: (bytes: number) => seen.push(bytes) };
  };

  it('is counted as it comes, and kept under the name that the node gives it', async () => {
    answers.push(comes('ends'));
    const watching = watch();
    const { name, content } = await http.download('/tickets/export')(watching);
    expect(name).toBe('工单.csv');
    expect(await content.text()).toBe('甲乙丙');
    expect(watching.seen).toEqual([3, 9]);
  });

  it('is not kept when it breaks off', async () => {
    answers.push(comes('breaks'));
    await expect(http.download('/tickets/export')(watch())).rejects.toBeInstanceOf(BrokenOff);
  });

  it('can be given up before it comes, which is no lost connection', async () => {
    const watching = watch();
    answers.push(() => {
      watching.stop.abort();
      return Promise.reject(new DOMException('aborted', 'AbortError'));
    });
    await expect(http.download('/tickets/export')(watching)).rejects.toBeInstanceOf(GivenUp);
    expect(lost).toBe(0);
    expect(asked[0]?.init?.signal).toBe(watching.signal);
  });
});
