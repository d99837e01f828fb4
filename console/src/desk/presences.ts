import { shallowRef, watch } from 'vue';
import { type Person, presence } from '@/api/live';
import { usePolling } from '@/lib/polling';
import { useNews } from '@/stores/live';

const pollMillis = 60_000;

/** Who is at which of these tickets, as rows show it. */
export function usePresences(ticketIds: () => string[]) {
  const people = shallowRef(new Map<string, Person[]>());

  async function load(): Promise<void> {
    const ids = ticketIds();
    if (ids.length === 0) {
      people.value = new Map();
      return;
    }
    try {
      const found = await presence.at(ids);
      people.value = new Map(found.map((each) => [each.ticketId, each.people]));
    } catch {
      // an aid only
    }
  }

  watch(
    () => ticketIds().join(),
    () => void load(),
  );
  usePolling(() => void load(), pollMillis);
  useNews(
    (news) => ticketIds().some((id) => news.presence.includes(id)),
    () => load(),
  );
  return people;
}
