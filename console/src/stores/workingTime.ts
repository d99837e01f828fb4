import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { workingTime } from '@/api/handling';
import { workingClock } from '@/lib/workingTime';

/** The node's working hours and holidays, for remaining times. Without them natural time is told. */
export const useWorkingTime = defineStore('workingTime', () => {
  const clock = shallowRef<ReturnType<typeof workingClock>>();
  let asked = false;

  async function ready(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
      clock.value = workingClock(await workingTime());
    } catch {
      asked = false;
    }
  }

  return { clock, ready };
});
