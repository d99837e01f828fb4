import { onScopeDispose, readonly, ref } from 'vue';

/** The present, renewed every half minute: enough for remaining times in minutes. */
export function useNow() {
  const now = ref(new Date());
  const timer = setInterval(() => (now.value = new Date()), 30_000);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
