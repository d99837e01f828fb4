import { computed, type ComputedRef, type Ref, ref, shallowRef, watch } from 'vue';
import { useLoad } from '@/lib/load';
import { usePolling } from '@/lib/polling';
import { useNews } from '@/stores/live';
import type { Queue } from './desks';
import { laidOut, type Line, type LineRow, nextOf, type Part, refreshed } from './line';
import { loadQueue, type Narrowing } from './queue';

/** What a line is on the screen, and how it is laid out. */
export type LineOnScreen = ReturnType<typeof useLine>;

interface Wanted {
  queue: ComputedRef<Queue | undefined>;
  narrowing: ComputedRef<Narrowing>;
  /** Counted from 0. */
  page: ComputedRef<number>;
  size: number;
  node: () => string;
}

/** Beside live updates, for what the clock alone brings into a line. */
const pollMillis = 60_000;
const busyMillis = 4000;

/**
 * A part of a waiting line as it is on the screen. Its rows are laid out when somebody asks for it; in between they
 * are told what is new of them, and keep their places.
 */
export function useLine({ queue, narrowing, page, size, node }: Wanted) {
  const line = shallowRef<Line>({ rows: [], total: 0, fresh: 0 });
  const layingOut = ref(true);

  const loaded = useLoad(async (): Promise<Part> => {
    if (!queue.value) return { items: [], total: 0, page: 0, size };
    const found = await loadQueue(queue.value, narrowing.value, page.value, size, node());
    return { ...found, page: page.value, size };
  });
  watch(loaded.value, (part) => {
    if (!part) return;
    const next = layingOut.value ? laidOut(part) : refreshed(line.value, part);
    // Everything has been dealt with: what comes next needs no asking.
    const through = next.rows.every((row) => row.gone);
    line.value = through ? laidOut(part) : next;
    layingOut.value = false;
  });

  async function layOut(): Promise<void> {
    layingOut.value = true;
    await loaded.reload();
  }

  async function refresh(): Promise<void> {
    await loaded.reload();
  }

  watch(
    [queue, page, () => JSON.stringify(narrowing.value)],
    () => {
      line.value = { rows: [], total: 0, fresh: 0 };
      void layOut();
    },
    { immediate: true },
  );
  const shown = (id: string) => line.value.rows.some((row) => row.ticketId === id);
  useNews((news) => news.tickets.some(({ id }) => shown(id)), refresh);
  // Of others it is enough to count them, and a busy node is not to be asked with each of them.
  useNews((news) => news.tickets.length > 0, refresh, { millis: busyMillis });
  usePolling(refresh, pollMillis);

  /** The row that `key` names, the first one when it names none; whatever becomes of the line. */
  function opened(key: () => string): Ref<LineRow | undefined> {
    const found = shallowRef<LineRow>();
    watch([line, key], ([{ rows }, wanted]) => {
      const row = rows.find((each) => each.key === wanted);
      if (row) found.value = row;
      else if (!wanted || found.value?.key !== wanted) {
        const kept = rows.find((each) => each.key === found.value?.key);
        found.value = wanted ? rows[0] : (kept ?? rows[0]);
      }
    });
    return found;
  }

  return {
    rows: computed(() => line.value.rows),
    total: computed(() => line.value.total),
    fresh: computed(() => line.value.fresh),
    loading: computed(() => loaded.loading.value && line.value.rows.length === 0),
    error: loaded.error,
    layOut,
    refresh,
    opened,
    next: (key: string | undefined) => nextOf(line.value.rows, key),
  };
}
