import type { ComputedRef, InjectionKey } from 'vue';
import type { Definition } from '@/api/cockpit';

/** How the figures on the page are computed, for the hints beside them. */
export const definitionsKey: InjectionKey<ComputedRef<Definition[]>> = Symbol('definitions');
