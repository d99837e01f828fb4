import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { reference as load } from '@/api/node';
import type { Choice, Reference } from '@/api/types';
import { fixedChoices } from '@/lib/labels';

const empty: Reference = {
  node: { code: '', name: '', shortName: '', initials: '', managers: [] },
  children: [],
  units: [],
  matters: [],
  regions: [],
  enums: {},
};

/** The node's own lists: units, matters, regions and the names of every choice. */
export const useReference = defineStore('reference', () => {
  const data = ref<Reference>(empty);
  let loading: Promise<void> | undefined;

  async function fetchOnce(): Promise<void> {
    try {
      data.value = await load();
    } catch (failure) {
      loading = undefined;
      throw failure;
    }
  }

  function ready(): Promise<void> {
    return (loading ??= fetchOnce());
  }

  /** After somebody here has changed what it lists. */
  function reload(): Promise<void> {
    return (loading = fetchOnce());
  }

  /** What a field may be set to; values that only a newer node knows cannot be chosen. */
  function choices(field: string): Choice[] {
    const known = data.value.enums[field] ?? fixedChoices[field] ?? [];
    return known.filter((choice) => choice.value !== 'UNKNOWN');
  }

  /** The Chinese name of a value; the value itself when this node has no name for it. */
  function label(field: string, value: string | undefined): string {
    if (!value) return '—';
    return choices(field).find((choice) => choice.value === value)?.label ?? value;
  }

  const node = computed(() => data.value.node);
  return { data, node, ready, reload, choices, label };
});
