import { defineStore } from 'pinia';
import { ref } from 'vue';
import { type Filled, type Macro, macros as api } from '@/api/desk';

/** Texts that people use again and again: their own, and those that all at the node share. */
export const useMacros = defineStore('macros', () => {
  const all = ref<Macro[]>([]);
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    try {
      all.value = await api.list();
    } catch {
      // forms go without
      loading = undefined;
    }
  }

  const ready = (): Promise<void> => (loading ??= load());

  const of = (form: string): Macro[] => all.value.filter((each) => each.form === form);

  async function add(form: string, name: string, shared: boolean, filled: Filled[]): Promise<void> {
    all.value = await api.add({ form, name, shared, filled });
  }

  async function remove(id: number): Promise<void> {
    all.value = await api.remove(id);
  }

  return { all, ready, of, add, remove };
});
