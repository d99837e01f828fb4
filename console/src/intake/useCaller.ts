import { computed, watch } from 'vue';
import { type Caller, calls, intake } from '@/api/intake';
import { watchDebounced } from '@/lib/debounced';
import { useLoad } from '@/lib/load';
import { type IntakeTab, prefill } from './desk';

const nobody: Caller = { open: [], past: [] };

const number = /^\+?[\d-]{7,20}$/;

/** What is known of who calls, or of the number that was typed: asked for anew when that changes. */
export function useCaller(tab: IntakeTab) {
  const asked = computed(() => (number.test(tab.form.phone.trim()) ? tab.form.phone.trim() : ''));
  // Whoever is on the telephone may speak for somebody else: then the number that was typed counts.
  let onTheLine: Caller | undefined;

  async function ofCall(id: string): Promise<Caller> {
    onTheLine ??= await calls.caller(id);
    if (!tab.done) prefill(tab.form, onTheLine);
    return onTheLine;
  }

  const loaded = useLoad<Caller>(async () => {
    if (tab.call) {
      const caller = await ofCall(tab.call);
      if (!asked.value || asked.value === caller.phone) return caller;
    }
    return asked.value ? intake.caller(asked.value) : nobody;
  });

  watchDebounced(asked, 500, () => loaded.reload());
  watch(
    () => tab.call,
    () => {
      onTheLine = undefined;
      void loaded.reload();
    },
  );

  return loaded;
}
