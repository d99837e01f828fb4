import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { type Person, presence } from '@/api/live';
import { usePolling } from '@/lib/polling';
import { useNews } from '@/stores/live';

const beatMillis = 20_000;

/** Tells the node that this ticket is open here, and knows who else has it open. */
export function usePresence(ticketId: () => string, editing: () => boolean) {
  const others = shallowRef<Person[]>([]);
  const beating = ref(false);

  async function beat(): Promise<void> {
    const id = ticketId();
    if (!id || beating.value) return;
    beating.value = true;
    try {
      const present = await presence.beat(id, editing());
      if (id === ticketId()) others.value = present;
    } catch {
      others.value = [];
    } finally {
      beating.value = false;
    }
  }

  const leave = (id: string) => void presence.leave(id).catch(() => undefined);

  watch(ticketId, (_, before) => {
    if (before) leave(before);
    others.value = [];
    beating.value = false;
    void beat();
  });
  watch(editing, () => void beat());
  usePolling(() => void beat(), beatMillis);
  useNews(
    (news) => news.presence.includes(ticketId()),
    (news) => (news.presence.includes(ticketId()) ? beat() : undefined),
  );
  onScopeDispose(() => leave(ticketId()));

  return others;
}
