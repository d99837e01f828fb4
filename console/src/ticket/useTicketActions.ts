import { computed, type Ref, shallowRef, watch } from 'vue';
import { type AssignmentFormRules, formRules } from '@/api/handling';
import type { Assignment, Ticket } from '@/api/types';
import type { Action } from '@/forms/actions';
import {
  type Holder,
  isDecision,
  orderActions,
  ownActions,
  pendingDecisions,
  pendingSignatures,
} from './orderActions';

/** What the user may do: to the assignment in hand, or else to the ticket. */
export function useTicketActions(
  ticket: Ref<Ticket | undefined>,
  assignment: Ref<Assignment | undefined>,
) {
  const holder = computed<Holder>(() => ({
    of: 'ticket',
    id: ticket.value?.id ?? '',
    version: ticket.value?.version ?? 0,
    allowed: ticket.value?.allowedActions ?? [],
  }));
  /** Who placed the orders that are passed on from what is in hand. */
  const inHand = computed<Holder>(() => {
    const at = assignment.value;
    return at
      ? { of: 'assignment', id: at.id, version: at.version, allowed: at.allowedActions }
      : holder.value;
  });
  const orders = computed(() => (assignment.value ?? ticket.value)?.orders ?? []);

  /** Which kinds of requests the rules provide for; asked for when any can be made. */
  const workRules = shallowRef<AssignmentFormRules>();
  watch(assignment, async (at) => {
    if (!at?.allowedActions.includes('request')) return;
    workRules.value = await formRules.ofAssignment(at.id).catch(() => undefined);
  });
  const provided = (action: Action) =>
    action.provided?.({ values: {}, refused: [], workRules: workRules.value }) ?? true;

  const own = computed(() => {
    const actions = ownActions(inHand.value.of, inHand.value.allowed);
    return assignment.value ? actions.filter(provided) : actions;
  });
  const decisions = computed(() => [
    ...(assignment.value ? pendingSignatures(assignment.value) : []),
    ...pendingDecisions(inHand.value, orders.value),
  ]);
  /** Pressing for an order and sending it back: what concerns the lead first. */
  const onOrders = computed(() =>
    [...orders.value]
      .sort((a, b) => Number(b.role === 'LEAD') - Number(a.role === 'LEAD'))
      .flatMap((order) => orderActions(inHand.value, order))
      .filter(({ action }) => !isDecision(action)),
  );

  return { holder, own, decisions, onOrders };
}
