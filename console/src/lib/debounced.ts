import { onScopeDispose, watch, type WatchSource } from 'vue';

/** Runs `task` once `source` has not changed for a while; at once for what it begins with. */
export function watchDebounced(source: WatchSource<unknown>, millis: number, task: () => unknown) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, () => {
    clearTimeout(timer);
    timer = setTimeout(task, millis);
  });
  onScopeDispose(() => clearTimeout(timer));
  task();
}
