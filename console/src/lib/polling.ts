import { onMounted, onScopeDispose } from 'vue';

/** Runs `task` now and then every `millis`, but not while nobody looks at the page. */
export function usePolling(task: () => unknown, millis: number): void {
  const run = () => {
    if (document.visibilityState === 'visible') task();
  };
  const timer = setInterval(run, millis);
  document.addEventListener('visibilitychange', run);
  onMounted(run);
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', run);
  });
}
