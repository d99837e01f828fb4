import { computed } from 'vue';
import type { ViewFilter } from '@/api/desk';
import { useUrlQuery } from '@/lib/urlQuery';
import type { Desk } from './desks';
import { type Narrowing, wide } from './queue';

/** Which queue of a desk is shown, what it is narrowed to, and which item is in hand: as the address of the page says. */
export function useNarrowing(desk: () => Desk, moved: () => void) {
  const { values, change } = useUrlQuery({ ...wide, queue: '', page: '1', item: '' });

  const queue = computed(
    () => desk().queues.find((each) => each.key === values.value.queue) ?? desk().queues[0],
  );
  const narrowing = computed<Narrowing>(() => {
    const { q, region, category, urgency, unit } = values.value;
    return { q, region, category, urgency, unit };
  });
  const narrowed = computed(() => Object.values(narrowing.value).some((value) => value !== ''));
  /** What can be kept under a name; only a view of this desk's own queues can be applied. */
  const filter = computed<ViewFilter>(() => {
    const { q, ...rest } = narrowing.value;
    return { ...rest, words: q, queue: queue.value?.key ?? '' };
  });
  const page = computed(() => Number(values.value.page) - 1);

  /** Something else is shown, from its beginning. */
  async function move(changes: Partial<Narrowing & { queue: string }>): Promise<void> {
    moved();
    await change({ ...changes, page: '1', item: '' });
  }

  return {
    queue,
    narrowing,
    narrowed,
    filter,
    page,
    item: () => values.value.item,
    open: (key: string | undefined) => change({ item: key ?? '' }),
    turn: (to: number) => change({ page: String(to + 1), item: '' }),
    pickQueue: (key: string) => move({ queue: key }),
    narrow: (changes: Partial<Narrowing>) => move(changes),
    apply: ({ words, queue: key, ...rest }: ViewFilter) => move({ ...rest, q: words, queue: key }),
  };
}
