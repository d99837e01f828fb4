import { reactive, watch } from 'vue';
import { newKey } from '@/lib/submissionKey';

const key = 'portal.draft';

/** What a citizen has written so far; stays on this device until it is sent or thrown away. */
export interface Draft {
  /** Tells the node that this is the same appeal when it is sent again. */
  submissionKey: string;
  category: string;
  content: string;
  region: string;
  place: string;
  name: string;
  phone: string;
  anonymous: boolean;
}

export function blank(): Draft {
  return {
    submissionKey: newKey(),
    category: '',
    content: '',
    region: '',
    place: '',
    name: '',
    phone: '',
    anonymous: false,
  };
}

function stored(): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}

export function useDraft() {
  const found = stored();
  const draft = reactive({ ...blank(), ...found });
  watch(draft, () => localStorage.setItem(key, JSON.stringify(draft)), { flush: 'sync' });
  return {
    draft,
    restored: Boolean(found.content ?? found.name),
    reset() {
      Object.assign(draft, blank());
      localStorage.removeItem(key);
    },
  };
}
