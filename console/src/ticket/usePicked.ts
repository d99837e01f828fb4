import { computed, type Ref, ref } from 'vue';
import type { Assignment, Ticket } from '@/api/types';
import type { Action } from '@/forms/actions';
import type { Target } from '@/forms/target';

/** The action whose form is open, and what it is done to. */
export function usePicked(
  ticket: Ref<Ticket | undefined>,
  assignment: Ref<Assignment | undefined>,
) {
  const picked = ref<{ action: Action; target: Omit<Target, 'version'> }>();

  /** Without a target it is done to what is in hand. */
  function pick(action: Action, target?: Target): void {
    const at = assignment.value;
    const inHand = at
      ? { of: 'assignment' as const, id: at.id }
      : { of: 'ticket' as const, id: ticket.value?.id ?? '' };
    picked.value = { action, target: target ?? inHand };
  }

  /** The assignment that it is done to, if it is one. */
  const about = computed(() =>
    [assignment.value, ...(ticket.value?.assignments ?? [])].find(
      (each) => each?.id === picked.value?.target.id,
    ),
  );

  /** The version is read anew each time, so that a form that met a newer version can be sent again. */
  const target = computed<Target | undefined>(() => {
    if (!picked.value || !ticket.value) return undefined;
    const { target: at } = picked.value;
    return {
      ...at,
      version: at.of === 'ticket' ? ticket.value.version : (about.value?.version ?? 0),
    };
  });

  return { picked, pick, about, target };
}
