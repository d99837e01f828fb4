import { defineStore } from 'pinia';
import { ref } from 'vue';
import { deskViews as api, type DeskView, type ViewFilter } from '@/api/desk';

/** The filters that the user keeps under names. */
export const useDeskViews = defineStore('deskViews', () => {
  const all = ref<DeskView[]>([]);
  let asked = false;

  async function ready(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
      all.value = await api.list();
    } catch {
      asked = false;
    }
  }

  const of = (desk: string): DeskView[] => all.value.filter((view) => view.desk === desk);

  async function add(desk: string, name: string, filter: ViewFilter): Promise<void> {
    all.value = await api.add({ desk, name, filter });
  }

  async function rename(view: DeskView, name: string): Promise<void> {
    all.value = await api.change(view.id, name, view.filter);
  }

  async function remove(view: DeskView): Promise<void> {
    all.value = await api.remove(view.id);
  }

  /** Brings back what was removed. */
  const restore = (view: DeskView): Promise<void> => add(view.desk, view.name, view.filter);

  return { ready, of, add, rename, remove, restore };
});
