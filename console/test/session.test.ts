import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { http, install } from '@/api/http';
import type { Role } from '@/api/types';
import { useSession } from '@/stores/session';

const node = { code: '621000', name: '庆阳市', tier: 'CITY' };
let signedIn: Role[] | undefined;
let passwords: string[];

function answer(url: string, init?: RequestInit): Response {
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });
  if (url === '/api/session' && init?.method === 'POST') {
    const { password } = JSON.parse(String(init.body)) as { password: string };
    passwords.push(password);
    if (password !== 'right') return json(401, { detail: '账号或密码不正确。' });
    signedIn = ['DISPATCHER'];
  }
  if (!signedIn) return json(401, { detail: '尚未登录' });
  const user = { username: 'paidan', displayName: '派单员', roles: signedIn, node };
  return json(200, url === '/api/session' ? { user } : { done: true });
}

beforeEach(() => {
  signedIn = undefined;
  passwords = [];
  sessionStorage.clear();
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => Promise.resolve(answer(url, init)));
  setActivePinia(createPinia());
  const session = useSession();
  install({ renew: session.renew, unreachable: () => undefined, reachable: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

describe('the session', () => {
  it('asks the node only once whether somebody is signed in', async () => {
    const session = useSession();
    expect(await session.known()).toBe(false);
    signedIn = ['DISPATCHER'];
    expect(await session.known()).toBe(false);
    await session.signIn('paidan', 'right');
    expect(await session.known()).toBe(true);
  });

  it('holds a call back while the sign-in has expired, and sends it after signing in again', async () => {
    const session = useSession();
    await session.signIn('paidan', 'right');
    signedIn = undefined;
    const call = http.post('/tickets/1/dispatch', { orders: [] });
    await vi.waitFor(() => expect(session.expired).toBe(true));

    await expect(session.signIn('paidan', 'wrong')).rejects.toThrow('不正确');
    expect(session.expired).toBe(true);

    await session.signIn('paidan', 'right');
    await expect(call).resolves.toEqual({ done: true });
    expect(session.expired).toBe(false);
    expect(passwords).toEqual(['right', 'wrong', 'right']);
  });

  it('fails the call that was held back when the user gives up', async () => {
    const session = useSession();
    await session.signIn('paidan', 'right');
    signedIn = undefined;
    const call = http.post('/tickets/1/dispatch', { orders: [] });
    await vi.waitFor(() => expect(session.expired).toBe(true));
    session.giveUp();
    await expect(call).rejects.toThrow('没有提交');
    expect(session.user).toBeUndefined();
  });

  it('lets an administrator do everything and others what they are there for', async () => {
    const session = useSession();
    await session.signIn('paidan', 'right');
    expect(session.may('DISPATCHER', 'REVIEWER')).toBe(true);
    expect(session.may('REVIEWER')).toBe(false);
    signedIn = ['ADMIN'];
    setActivePinia(createPinia());
    await useSession().known();
    expect(useSession().may('REVIEWER')).toBe(true);
  });
});
