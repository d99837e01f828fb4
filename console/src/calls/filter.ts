import type { CallQuery } from '@/api/intake';
import { dayStart } from '@/lib/time';

/** What a list of calls is narrowed by, as it stands in the address; empty does not narrow. */
export const unfiltered = { handling: '', owner: '', ticket: '', from: '', to: '' };
export type CallFilter = typeof unfiltered;

/** Days are meant whole, the last one included. */
export const asked = ({ handling, owner, ticket, from, to }: CallFilter): CallQuery => ({
  ...{ handling, owner, ticket },
  from: from && dayStart(from),
  to: to && dayStart(to, 1),
});
