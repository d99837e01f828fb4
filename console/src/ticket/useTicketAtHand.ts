import { computed, shallowRef, watch } from 'vue';
import { assignments, tickets } from '@/api/node';
import type { Revealed } from '@/api/types';
import { assignmentTree } from '@/lib/assignmentTree';
import { useLoad } from '@/lib/load';
import { useNews } from '@/stores/live';

/** A ticket, and the assignment of it that is in hand, if one is. */
export interface AtHand {
  ticketId: string;
  assignmentId?: string;
}

/** All that is known of the ticket at hand, as it stands: loaded anew whenever there is news of it. */
export function useTicketAtHand(at: () => AtHand) {
  const { value, loading, error, reload } = useLoad(async () => {
    const { ticketId, assignmentId } = at();
    const [ticket, timeline, assignment] = await Promise.all([
      tickets.get(ticketId),
      tickets.timeline(ticketId),
      assignmentId ? assignments.get(assignmentId) : undefined,
    ]);
    return { ticket, timeline, assignment };
  });
  watch([() => at().ticketId, () => at().assignmentId], reload, { immediate: true });
  useNews((news) => news.tickets.some(({ id }) => id === at().ticketId), reload);

  const ticket = computed(() => value.value?.ticket);
  const assignment = computed(() => value.value?.assignment);
  const timeline = computed(() => value.value?.timeline ?? []);

  /** What the user has given a reason for; gone once it is hidden again, or the ticket has changed. */
  const revealed = shallowRef<Revealed>();
  const whole = computed(() => {
    const shown = revealed.value;
    const current = ticket.value;
    return shown?.ticket.id === current?.id && shown?.ticket.version === current?.version
      ? shown
      : undefined;
  });
  /** As it is read: with the numbers in it while they are revealed. What is done goes by `ticket`. */
  const read = computed(() => whole.value?.ticket ?? ticket.value);
  const course = computed(() => whole.value?.timeline ?? timeline.value);
  /** The assignment in hand may be told in more detail, or more freshly, by its own address. */
  const branches = computed(() => {
    if (!read.value) return [];
    const inHand = whole.value ? undefined : assignment.value;
    const others = read.value.assignments.filter((each) => each.id !== inHand?.id);
    return assignmentTree(read.value.orders, inHand ? [...others, inHand] : others);
  });

  return {
    ...{ ticket, assignment, timeline, read, course, branches, revealed },
    ...{ loading, error, reload },
  };
}
