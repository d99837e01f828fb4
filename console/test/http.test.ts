import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explain, http, install, Refusal, Unreachable } from '@/api/http';
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
