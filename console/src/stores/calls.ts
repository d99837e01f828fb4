import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { type Call, calls as api } from '@/api/intake';

/** The calls at the signed-in call-taker's desk. */
export const useCalls = defineStore('calls', () => {
  const list = ref<Call[]>([]);
  /** Ringing or going on. */
  const live = computed(() => list.value.filter((call) => !call.endedAt));
  /** Over, and no ticket has been made of them yet. */
  const unwritten = computed(() => list.value.filter((call) => call.endedAt));

  /** A failure leaves what is known; the connection banner tells why. */
  async function refresh(): Promise<void> {
    try {
      list.value = await api.mine();
    } catch {
      // shown elsewhere
    }
  }

  const find = (id: string | undefined) => list.value.find((call) => call.id === id);

  return { list, live, unwritten, refresh, find };
});
