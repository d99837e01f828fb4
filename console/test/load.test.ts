import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { Refusal, Unreachable } from '@/api/http';
import { useLoad } from '@/lib/load';
import { useConnection } from '@/stores/connection';

beforeEach(() => setActivePinia(createPinia()));

function loader<T>(load: () => Promise<T>) {
  const scope = effectScope();
  const loaded = scope.run(() => useLoad(load));
  if (!loaded) throw new Error('the scope is not active');
  return loaded;
}

describe('loading', () => {
  it('drops an answer that a newer question has overtaken', async () => {
    const pending: ((value: string) => void)[] = [];
    const loaded = loader(() => new Promise<string>((resolve) => pending.push(resolve)));
    const first = loaded.reload();
    const second = loaded.reload();
    pending[1]?.('new');
    pending[0]?.('old');
    await Promise.all([first, second]);
    expect(loaded.value.value).toBe('new');
  });

  it('tells why it failed, and forgets it after a success', async () => {
    const answers = [Promise.reject(new Refusal(403, { detail: '无权查看。' })), '好'];
    const loaded = loader(async () => answers.shift());
    await loaded.reload();
    expect(loaded.error.value).toBe('无权查看。');
    await loaded.reload();
    expect(loaded.error.value).toBe('');
  });

  it('keeps what is shown while the connection is lost, and loads again when it is back', async () => {
    let value: string | undefined = '一';
    const loaded = loader(() =>
      value ? Promise.resolve(value) : Promise.reject(new Unreachable()),
    );
    await loaded.reload();
    const connection = useConnection();
    connection.unreachable();
    value = undefined;
    await loaded.reload();
    expect(loaded.value.value).toBe('一');
    expect(loaded.error.value).toBe('');

    value = '二';
    connection.reachable();
    await nextTick();
    await Promise.resolve();
    expect(loaded.value.value).toBe('二');
  });
});
