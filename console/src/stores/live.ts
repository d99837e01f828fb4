import { defineStore } from 'pinia';
import { onScopeDispose, ref } from 'vue';
import { liveAddress, type LiveEvent } from '@/api/live';

/** What has changed; `all` when that is not known and whatever is shown should be loaded again. */
export interface News extends LiveEvent {
  all: boolean;
}

type Listener = (news: News) => void;

const nothing = (): News => ({ tickets: [], calls: [], presence: [], all: false });
const everything = (): News => ({ ...nothing(), all: true });

/** Without live updates pages ask by themselves this often. */
const pollMillis = 15_000;
const retryMillis = 20_000;
/** A browser opens few connections to one node: a tab that nobody looks at gives its one back. */
const hiddenMillis = 30_000;

/**
 * The node's live updates (server-sent events). Where they do not get through, listeners are told at intervals that
 * anything may have changed, so pages need no second way of keeping up.
 */
export const useLive = defineStore('live', () => {
  const state = ref<'off' | 'open' | 'polling'>('off');
  const listeners = new Set<Listener>();
  /** Pages that must hear even while nobody looks: a ringing telephone. */
  let needed = 0;
  let source: EventSource | undefined;
  let lost = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  function tell(news: News): void {
    for (const listener of [...listeners]) listener(news);
  }

  function read(event: MessageEvent<string>): LiveEvent | undefined {
    try {
      return { ...nothing(), ...(JSON.parse(event.data) as Partial<LiveEvent>) };
    } catch {
      return undefined;
    }
  }

  function connect(): void {
    clearTimeout(retry);
    if (source || state.value === 'off') return;
    const opened = new EventSource(liveAddress);
    source = opened;
    opened.addEventListener('beat', () => {
      state.value = 'open';
      // The browser came back by itself with the last id, so nothing is missing; after a while without any
      // line everything may have changed.
      if (lost) tell(everything());
      lost = false;
    });
    opened.addEventListener('changed', (event) => {
      const news = read(event as MessageEvent<string>);
      if (news) tell({ ...news, all: false });
    });
    opened.addEventListener('reset', () => tell(everything()));
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      disconnect();
      if (state.value === 'off') return;
      state.value = 'polling';
      retry = setTimeout(connect, retryMillis);
    };
  }

  function disconnect(): void {
    source?.close();
    source = undefined;
    lost = true;
  }

  function lookedAt(): void {
    clearTimeout(hiding);
    if (document.visibilityState === 'visible') connect();
    else if (needed === 0) hiding = setTimeout(disconnect, hiddenMillis);
  }

  function start(): void {
    if (state.value !== 'off') return;
    state.value = 'polling';
    lost = false;
    connect();
    document.addEventListener('visibilitychange', lookedAt);
    poll = setInterval(() => {
      const visible = document.visibilityState === 'visible';
      if (state.value === 'polling' && visible) tell(everything());
    }, pollMillis);
  }

  function stop(): void {
    state.value = 'off';
    disconnect();
    clearTimeout(retry);
    clearTimeout(hiding);
    clearInterval(poll);
    document.removeEventListener('visibilitychange', lookedAt);
  }

  function listen(listener: Listener, options: { evenHidden?: boolean } = {}): () => void {
    listeners.add(listener);
    if (options.evenHidden) needed++;
    return () => {
      if (listeners.delete(listener) && options.evenHidden) needed--;
    };
  }

  return { state, start, stop, listen };
});

function merged(a: News, b: News): News {
  return {
    tickets: [...a.tickets, ...b.tickets],
    calls: [...new Set([...a.calls, ...b.calls])],
    presence: [...new Set([...a.presence, ...b.presence])],
    all: a.all || b.all,
  };
}

/**
 * Calls `react` with the news that `wanted` lets through, for as long as the component lives. What comes in quick
 * succession is told at once, `millis` after the first.
 */
export function useNews(
  wanted: (news: News) => boolean,
  react: (news: News) => unknown,
  { millis = 700, evenHidden = false } = {},
): void {
  let gathered: News | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useLive().listen(
    (news) => {
      if (!news.all && !wanted(news)) return;
      if (gathered) {
        gathered = merged(gathered, news);
        return;
      }
      gathered = news;
      timer = setTimeout(() => {
        const told = gathered;
        gathered = undefined;
        if (told) react(told);
      }, millis);
    },
    { evenHidden },
  );
  onScopeDispose(() => {
    stop();
    clearTimeout(timer);
  });
}
