import { defineStore } from 'pinia';
import { ref } from 'vue';

const pause = 3000;

/** Whether the node answers; while it does not, asks until it does. */
export const useConnection = defineStore('connection', () => {
  const lost = ref(false);
  /** Grows with every recovery; pages watch it to load again. */
  const recoveries = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function probe(): Promise<void> {
    try {
      const response = await fetch('/health', { cache: 'no-store' });
      if (response.ok) {
        reachable();
        return;
      }
    } catch {
      // still away
    }
    timer = setTimeout(() => void probe(), pause);
  }

  function unreachable(): void {
    if (lost.value) return;
    lost.value = true;
    timer = setTimeout(() => void probe(), pause);
  }

  function reachable(): void {
    if (!lost.value) return;
    clearTimeout(timer);
    lost.value = false;
    recoveries.value += 1;
  }

  return { lost, recoveries, unreachable, reachable };
});
