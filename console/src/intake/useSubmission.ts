import { ref, type Ref } from 'vue';
import { explain, Refusal, Unreachable } from '@/api/http';
import { callBacks, type IntakeRules } from '@/api/intake';
import { tickets } from '@/api/node';
import type { Ticket } from '@/api/types';
import { feedback } from '@/lib/feedback';
import { useCalls } from '@/stores/calls';
import type { IntakeTab } from './desk';
import { blankIntake, type Faults, intakeFaults, intakeOf } from './intakeForm';

/** Sends what is typed in a tab, and keeps what became of it. */
export function useSubmission(tab: Ref<IntakeTab>, rules: () => IntakeRules | undefined) {
  const calls = useCalls();
  const errors = ref<Faults>({});
  const failure = ref('');
  const busy = ref(false);

  async function submit(): Promise<void> {
    if (busy.value || tab.value.done) return;
    errors.value = intakeFaults(tab.value.form, rules());
    failure.value = Object.keys(errors.value).length > 0 ? '有必填的内容没有填，请看标红处。' : '';
    if (failure.value) return;
    busy.value = true;
    try {
      const { form, call } = tab.value;
      finish(await tickets.register(intakeOf(form, call), form.key));
    } catch (caught) {
      failure.value =
        explain(caught) + (caught instanceof Unreachable ? '再次提交不会重复登记。' : '');
      if (caught instanceof Refusal) {
        // The node names nested fields by their path: `requester.phone`.
        for (const { field, message } of caught.violations) {
          errors.value[field.split('.').pop() as keyof Faults] = message;
        }
      }
    } finally {
      busy.value = false;
    }
  }

  /** The appeal has become a ticket, or was added to one. */
  function finish(ticket: Ticket, added = false): void {
    const { id, title, state, queryCode, refusal } = ticket;
    tab.value.done = { id, title, state, queryCode, guidance: refusal?.guidance, added };
    Object.assign(tab.value.form, blankIntake());
    void calls.refresh();
    if (tab.value.callBack) void finishCallBack(tab.value.callBack, id);
  }

  async function finishCallBack(id: string, ticketId: string): Promise<void> {
    try {
      await callBacks.attempt(id, true, '已接通');
      await callBacks.finish(id, '已登记工单', ticketId);
    } catch (caught) {
      feedback.failed(`工单已登记，但回拨没有完成：${explain(caught)}`);
    }
  }

  return { errors, failure, busy, submit, finish };
}
