/** What belongs to a ticket and is kept elsewhere: calls, handovers, supervision, questions to departments. */
import { http } from './http';
import type { Page, Schemas } from './types';

export type Call = Schemas['CallView'];
export type Handover = Schemas['HandoverController.HandoverView'];
export type Repeat = Schemas['RepeatController.RepeatView'];
export type Supervision = Schemas['SupervisionView'];

export const ofTicket = {
  /** Of the same person about the same, at this node and at others. */
  repeats: (ticket: string) => http.get<Repeat[]>(`/tickets/${encodeURIComponent(ticket)}/repeats`),
  calls: (ticket: string) => http.get<Page<Call>>('/calls', { ticket, size: 50 }),
  handovers: (ticket: string) => http.get<Page<Handover>>('/handovers', { ticket, size: 50 }),
  supervisions: (ticket: string) =>
    http.get<Page<Supervision>>('/supervisions', { ticket, size: 50 }),
};

export const lookups = {
  /** Codes of the departments that have opened their systems. */
  departments: () => http.get<string[]>('/lookups'),
  ask: (question: { unit: string; ticketId: string; question: string; reason: string }) =>
    http.post<Schemas['LookupController.LookupAnswer']>('/lookups', question),
};
