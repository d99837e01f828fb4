import type { TicketSearch } from '@/api/search';
import { since, until } from '@/lib/slice';

/** What a search is narrowed by, as it stands in the address; empty text does not narrow it. */
export const unfiltered = {
  q: '',
  place: '',
  state: '',
  category: '',
  urgency: '',
  channel: '',
  owner: '',
  unit: '',
  matter: '',
  region: '',
  enterprise: '',
  overdue: '',
  from: '',
  to: '',
};

export type Filters = typeof unfiltered;
export type FilterName = keyof Filters;

/** Those that are folded away until somebody wants them. */
export const folded = [
  'urgency',
  'channel',
  'owner',
  'unit',
  'matter',
  'region',
  'place',
  'enterprise',
] as const satisfies readonly FilterName[];

/** Whether this is a telephone number, as the node sees it; such a one stays out of the address. */
export function isPhone(text: string): boolean {
  return /^(?:(?:\+|00)?86)?1[3-9]\d{9}$|^0\d{2,3}\d{7,8}$/.test(text.replace(/[\s()（）-]/g, ''));
}

export type Sort = '' | 'newest' | 'oldest' | 'relevance';

/** What the node is asked for. Without a wish of the user, words come by how well they fit. */
export function asked(filters: Filters, phone: string, sort: string): TicketSearch {
  return {
    ...filters,
    ...(phone && { phone }),
    from: since(filters.from),
    to: until(filters.to),
    // 621000 is the city with its districts
    region: filters.region.replace(/(00){1,2}$/, ''),
    sort: sort || (filters.q ? 'relevance' : 'newest'),
  };
}
