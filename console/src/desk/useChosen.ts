import { ref, watch } from 'vue';

/** Which rows are chosen for the same to be done to all of them; what is there no more is not chosen either. */
export function useChosen(keys: () => string[]) {
  const chosen = ref(new Set<string>());
  watch(
    () => keys().join(),
    () => {
      const there = new Set(keys());
      choose([...chosen.value].filter((key) => there.has(key)));
    },
  );

  function choose(some: Iterable<string>): void {
    chosen.value = new Set(some);
  }

  function toggle(key: string): void {
    const next = new Set(chosen.value);
    if (!next.delete(key)) next.add(key);
    chosen.value = next;
  }

  return { chosen, choose, toggle };
}
