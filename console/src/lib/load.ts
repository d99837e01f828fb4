import { ref, shallowRef, watch } from 'vue';
import { explain, Unreachable } from '@/api/http';
import { useConnection } from '@/stores/connection';

/**
 * Loads a value and keeps what is shown until the next one has come. An answer that was overtaken by a newer
 * question is dropped. When a lost connection is back, it loads again by itself.
 */
export function useLoad<T>(load: () => Promise<T>) {
  const value = shallowRef<T>();
  const loading = ref(false);
  const error = ref('');
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = ++latest;
    loading.value = true;
    try {
      const loaded = await load();
      if (mine !== latest) return;
      value.value = loaded;
      error.value = '';
    } catch (failure) {
      if (mine !== latest) return;
      // The banner on top tells of a lost connection; what is shown stays.
      if (!(failure instanceof Unreachable && value.value)) error.value = explain(failure);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }

  const connection = useConnection();
  watch(
    () => connection.recoveries,
    () => void reload(),
  );

  return { value, loading, error, reload };
}
