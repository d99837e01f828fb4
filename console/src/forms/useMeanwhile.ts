import { computed, type Ref, shallowRef, watchEffect } from 'vue';
import type { TimelineEntry } from '@/api/types';
import { useSession } from '@/stores/session';
import { onlyTimers, since } from './meanwhile';

/**
 * What has become of the ticket since a form about it was opened. While the form itself is under way nothing new is
 * told: it might be its own doing.
 */
export function useMeanwhile(timeline: () => TimelineEntry[], underWay: Ref<boolean>) {
  const session = useSession();
  const before = timeline();
  const happened = computed(() => since(before, timeline()));
  const told = shallowRef<TimelineEntry[]>([]);
  watchEffect(() => {
    if (!underWay.value) told.value = happened.value;
  });

  /** Whether the node's own timers alone have changed it since the last that was told. */
  function byTimersAlone(): boolean {
    const more = since(told.value, happened.value);
    return onlyTimers(more, session.node?.code ?? '');
  }

  return { told, byTimersAlone };
}
