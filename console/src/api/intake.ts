/** The call-taker's calls of a node's HTTP interface: who is on the telephone, and what is known of an appeal. */
import { http } from './http';
import type { Intake, Page, QueryOf, Schemas, Ticket, TicketRow } from './types';

/** A call, its other end masked. */
export type Call = Schemas['CallView'];
export type CallQuery = QueryOf<'/api/calls'>;
export type Caller = Schemas['Callers.CallerView'];
export type OpenTicket = Schemas['Callers.OpenTicketView'];
export type IntakeRules = Schemas['IntakeRulesController.RulesView'];
export type Check = Schemas['IntakeDeskController.CheckView'];
export type Suggestion = Schemas['Attribution.Suggestion'];
export type NearbyTicket = Schemas['Nearby.NearbyView'];
export type CallBack = Schemas['CallBackController.CallBackView'];
export type Transfer = Schemas['CallController.TransferRequest'];
export type Abuse = Schemas['AbuseController.AbuseRequest'];
export type Supplement = Schemas['SupplementController.SupplementRequest'];
export type ExpertSeats = Schemas['ExpertSeatController.SeatsView'];
export type Line = Schemas['LineView'];
export type { TicketRow };

const callPath = (id: string) => encodeURIComponent(id);

export const calls = {
  /** This node's and those of the nodes below, newest first. */
  list: (query: CallQuery) => http.get<Page<Call>>('/calls', query),
  get: (id: string) => http.get<Call>(`/calls/${callPath(id)}`),
  /** The user's own: those that go on, and those that no ticket has been made of yet. */
  mine: () => http.get<Call[]>('/agent/calls'),
  /** With the number; audited (SEC-03). */
  caller: (id: string) => http.post<Caller>(`/agent/calls/${callPath(id)}/caller`),
  transfer: (id: string, to: Transfer) => http.post<Call>(`/calls/${callPath(id)}/transfer`, to),
  tie: (id: string, ticketId: string) =>
    http.post<Call>(`/calls/${callPath(id)}/ticket`, { ticketId }),
};

export const callBacks = {
  open: () => http.get<Page<CallBack>>('/call-backs', { size: 50 }),
  /** Takes it on and shows the number; audited (SEC-03). */
  take: (id: string) => http.post<CallBack>(`/call-backs/${id}/take`),
  attempt: (id: string, reached: boolean, note: string) =>
    http.post<CallBack>(`/call-backs/${id}/attempt`, { reached, note }),
  finish: (id: string, note: string, ticketId?: string) =>
    http.post<CallBack>(`/call-backs/${id}/finish`, { note, ticketId }),
  giveUp: (id: string, reason: string) =>
    http.post<CallBack>(`/call-backs/${id}/give-up`, { reason }),
};

export const intake = {
  rules: () => http.get<IntakeRules>('/intake/rules'),
  check: (appeal: Intake) => http.post<Check>('/intake/check', appeal),
  /** What is known of a number that somebody gives; audited (SEC-03). */
  caller: (phone: string) => http.post<Caller>('/intake/caller', { phone }),
  supplement: (ticketId: string, body: Supplement, key: string) =>
    http.postOnce<Ticket>(`/tickets/${encodeURIComponent(ticketId)}/supplement`, body, key),
  noteAbuse: (abuse: Abuse, key: string) =>
    http.postOnce<{ id: string }>('/abuse-cases', abuse, key),
  seats: () => http.get<ExpertSeats>('/expert-seats'),
  lines: () => http.get<Page<Line>>('/lines', { size: 200 }),
};
