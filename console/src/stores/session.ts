import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { Refusal } from '@/api/http';
import { session as api } from '@/api/node';
import type { Role, User } from '@/api/types';
import { claimDrafts, forgetDrafts } from '@/lib/drafts';

interface Waiting {
  resolve: () => void;
  reject: (reason: Refusal) => void;
}

/** Who is signed in at this node. */
export const useSession = defineStore('session', () => {
  const user = ref<User>();
  /** The sign-in ran out while somebody worked: the page stays and asks for the password again. */
  const expired = ref(false);
  let asked: Promise<boolean> | undefined;
  let waiting: Waiting[] = [];

  const node = computed(() => user.value?.node);

  /** An administrator has every role (as at the node). */
  function may(...roles: Role[]): boolean {
    const held = user.value?.roles ?? [];
    return held.includes('ADMIN') || roles.some((role) => held.includes(role));
  }

  async function ask(): Promise<boolean> {
    try {
      user.value = (await api.current()).user;
      return true;
    } catch (failure) {
      if (failure instanceof Refusal && failure.status === 401) return false;
      asked = undefined;
      throw failure;
    }
  }

  /** Whether somebody is signed in; asks the node once. */
  function known(): Promise<boolean> {
    return (asked ??= ask());
  }

  async function signIn(username: string, password: string): Promise<void> {
    user.value = (await api.open(username, password)).user;
    asked = Promise.resolve(true);
    claimDrafts(username);
    expired.value = false;
    for (const call of waiting) call.resolve();
    waiting = [];
  }

  /** Waits until the user has signed in again; rejects when they give up. */
  function renew(): Promise<void> {
    if (!user.value) return Promise.reject(new Refusal(401, { detail: '请先登录。' }));
    expired.value = true;
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  function giveUp(): void {
    const refusal = new Refusal(401, { detail: '登录已过期，操作没有提交。' });
    for (const call of waiting) call.reject(refusal);
    waiting = [];
    clear();
  }

  async function signOut(): Promise<void> {
    await api.close();
    forgetDrafts();
    clear();
  }

  function clear(): void {
    user.value = undefined;
    expired.value = false;
    asked = Promise.resolve(false);
  }

  return { user, node, expired, may, known, signIn, signOut, renew, giveUp };
});
