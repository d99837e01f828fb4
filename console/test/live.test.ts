import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { type News, useLive, useNews } from '@/stores/live';

/** A line to the node that tests speak through. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: FakeSource | undefined;
  readyState = 1;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeSource.last = this;
  }

  say(event: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }

  /** The node refuses, or answers with something else than a stream. */
  fail(): void {
    this.readyState = FakeSource.CLOSED;
    this.onerror?.();
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}

const source = () => {
  if (!FakeSource.last) throw new Error('nobody listens');
  return FakeSource.last;
};
const change = (id: string) => ({ tickets: [{ id, version: 2 }] });

describe('live updates', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeSource);
    setActivePinia(createPinia());
    FakeSource.last = undefined;
  });
  afterEach(() => {
    useLive().stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('are told at once for what comes in quick succession, and only to whom they concern', () => {
    const live = useLive();
    live.start();
    source().say('beat');
    const heard: News[] = [];
    const scope = effectScope();
    scope.run(() =>
      useNews(
        (news) => news.tickets.some(({ id }) => id !== 'other'),
        (news) => heard.push(news),
      ),
    );
    source().say('changed', change('other'));
    source().say('changed', change('a'));
    source().say('changed', change('b'));
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(heard.map((news) => news.tickets.map(({ id }) => id))).toEqual([['a', 'b']]);
    scope.stop();
    source().say('changed', change('c'));
    vi.advanceTimersByTime(1000);
    expect(heard).toHaveLength(1);
  });

  it('give way to asking at intervals when they do not get through, and come back', () => {
    const live = useLive();
    const heard: News[] = [];
    live.listen((news) => heard.push(news));
    live.start();
    source().fail();
    expect(live.state).toBe('polling');
    vi.advanceTimersByTime(16_000);
    expect(heard.at(-1)?.all).toBe(true);
    vi.advanceTimersByTime(10_000);
    source().say('beat');
    expect(live.state).toBe('open');
    const before = heard.length;
    vi.advanceTimersByTime(60_000);
    expect(heard).toHaveLength(before);
  });

  it('say that everything may have changed when too much has', () => {
    const live = useLive();
    const heard: News[] = [];
    live.listen((news) => heard.push(news));
    live.start();
    source().say('beat');
    source().say('reset');
    expect(heard.map((news) => news.all)).toEqual([true]);
  });

  it('end when nobody is signed in any more', () => {
    const live = useLive();
    live.start();
    const line = source();
    live.stop();
    expect(line.readyState).toBe(FakeSource.CLOSED);
    vi.advanceTimersByTime(60_000);
    expect(source()).toBe(line);
  });
});
