/** What the rules demand of forms, and the deadlines' reasons. */
import { http } from './http';
import type { Schemas } from './types';

export type TicketFormRules = Schemas['TicketFormRules'];
export type AssignmentFormRules = Schemas['AssignmentFormRules'];
export type RequestFormRule = Schemas['AssignmentFormRules.RequestFormRule'];
export type RequestNeed = Schemas['RequestNeed'];
export type RequestView = Schemas['RequestView'];
export type DeadlineView = Schemas['DeadlineView'];

/** Assignment ids contain slashes, which travel as `~`. */
const path = (of: 'ticket' | 'assignment', id: string) =>
  `/${of}s/${encodeURIComponent(id.replaceAll('/', '~'))}`;

export const formRules = {
  ofTicket: (id: string) => http.get<TicketFormRules>(`${path('ticket', id)}/rules`),
  ofAssignment: (id: string) => http.get<AssignmentFormRules>(`${path('assignment', id)}/rules`),
};

export const deadlines = (of: 'ticket' | 'assignment', id: string) =>
  http.get<DeadlineView[]>(`${path(of, id)}/deadlines`);

export const workingTime = () =>
  http.get<Schemas['DeadlineController.WorkingTime']>('/desk/working-time');
