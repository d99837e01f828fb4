import { shallowRef } from 'vue';
import { type AssignmentFormRules, formRules, type TicketFormRules } from '@/api/handling';
import type { Target } from './target';

/**
 * What the policy demands of the forms about a target. Until the node has said so, forms ask for no more than always;
 * the node judges in any case.
 */
export function useFormRules({ of, id }: Target) {
  const ofTicket = shallowRef<TicketFormRules>();
  const ofWork = shallowRef<AssignmentFormRules>();

  async function load(): Promise<void> {
    try {
      if (of === 'ticket') ofTicket.value = await formRules.ofTicket(id);
      else if (of === 'assignment') ofWork.value = await formRules.ofAssignment(id);
    } catch {
      // the form goes without
    }
  }

  void load();
  return { ofTicket, ofWork };
}
