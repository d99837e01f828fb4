/** Live updates and presence: which tickets changed, who has them open. */
import { http } from './http';

/** Hints only: ids to be looked up. */
export interface LiveEvent {
  tickets: { id: string; version: number }[];
  calls: string[];
  /** Tickets that somebody has opened or left. */
  presence: string[];
}

/** Somebody else who has a ticket open. */
export interface Person {
  username: string;
  displayName: string;
  editing: boolean;
  since: string;
}

export const liveAddress = '/api/live';

const path = (ticketId: string) => `/tickets/${encodeURIComponent(ticketId)}/presence`;

export const presence = {
  beat: (ticketId: string, editing: boolean) => http.post<Person[]>(path(ticketId), { editing }),
  leave: (ticketId: string) => http.delete<undefined>(path(ticketId)),
  at: (ticketIds: string[]) =>
    http.get<{ ticketId: string; people: Person[] }[]>('/presence', { ticket: ticketIds }),
};
