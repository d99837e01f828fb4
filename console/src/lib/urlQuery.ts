import { computed } from 'vue';
import { type LocationQueryValue, useRoute, useRouter } from 'vue-router';

const first = (value: LocationQueryValue | LocationQueryValue[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

/**
 * Filters that live in the address, so that they survive a reload, can be sent to a colleague, and come back with
 * the browser's back button. A value equal to its default is left out of the address.
 */
export function useUrlQuery<K extends string>(defaults: Record<K, string>) {
  const route = useRoute();
  const router = useRouter();
  const names = Object.keys(defaults) as K[];

  const values = computed(() => {
    const read = { ...defaults };
    for (const name of names) read[name] = first(route.query[name]) || defaults[name];
    return read;
  });

  async function change(changes: Partial<Record<K, string>>): Promise<void> {
    const query = { ...route.query };
    for (const name of names) {
      const value = changes[name];
      if (value === undefined) continue;
      if (value === '' || value === defaults[name]) Reflect.deleteProperty(query, name);
      else query[name] = value;
    }
    await router.replace({ query });
  }

  return { values, change };
}
