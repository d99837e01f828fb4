import { defineStore } from 'pinia';
import { ref } from 'vue';
import { desk } from '@/api/node';
import type { DeskCounts } from '@/api/types';

/** How much work waits for the signed-in user. */
export const useDesk = defineStore('desk', () => {
  const counts = ref<Partial<DeskCounts>>({});

  /** Counts are an aid: a failure leaves the last ones, and the connection banner tells why. */
  async function refresh(): Promise<void> {
    try {
      counts.value = (await desk()).counts;
    } catch {
      // shown elsewhere
    }
  }

  return { counts, refresh };
});
