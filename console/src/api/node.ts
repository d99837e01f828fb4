/** The calls of a node's HTTP interface, one function each. */
import { http } from './http';
import type {
  Assignment,
  AssignmentQuery,
  DeskCounts,
  Intake,
  Network,
  Page,
  Reference,
  Revealed,
  SetAsideRecord,
  StuckCommand,
  Ticket,
  TicketQuery,
  TicketRow,
  TimelineEntry,
  User,
} from './types';

const ticketPath = (id: string) => `/tickets/${encodeURIComponent(id)}`;

/** Assignment ids contain slashes (`621000-20261121-000042/1`), which travel as `~`. */
const assignmentPath = (id: string) =>
  `/assignments/${encodeURIComponent(id.replaceAll('/', '~'))}`;

export const session = {
  current: () => http.anonymous.get<{ user: User }>('/session'),
  open: (username: string, password: string) =>
    http.anonymous.post<{ user: User }>('/session', { username, password }),
  close: () => http.delete<undefined>('/session'),
};

export const reference = () => http.get<Reference>('/reference');

export const desk = () => http.get<{ counts: DeskCounts }>('/desk');

export const tickets = {
  list: (query: TicketQuery) => http.get<Page<TicketRow>>('/tickets', query),
  get: (id: string) => http.get<Ticket>(ticketPath(id)),
  timeline: (id: string) => http.get<TimelineEntry[]>(`${ticketPath(id)}/timeline`),
  register: (intake: Intake, key: string) => http.postOnce<Ticket>('/tickets', intake, key),
  act: (id: string, action: string, body: object) =>
    http.post<Ticket>(`${ticketPath(id)}/${action}`, body),
  /** Adds something whatever has become of the ticket, once. */
  add: (id: string, action: string, body: object, key: string) =>
    http.postOnce<Ticket>(`${ticketPath(id)}/${action}`, body, key),
  /** Shows the requester's data and all that was written as it was; audited with the reason (SEC-03). */
  reveal: (id: string, reason: string) =>
    http.post<Revealed>(`${ticketPath(id)}/reveal`, { reason }),
};

export const assignments = {
  list: (query: AssignmentQuery) => http.get<Page<Assignment>>('/assignments', query),
  get: (id: string) => http.get<Assignment>(assignmentPath(id)),
  act: (id: string, action: string, body: object) =>
    http.post<Assignment>(`${assignmentPath(id)}/${action}`, body),
};

export const network = {
  get: () => http.get<Network>('/network'),
  commands: () => http.get<StuckCommand[]>('/commands'),
  setAside: () => http.get<SetAsideRecord[]>('/set-aside'),
  retrySetAside: (id: string) => http.post<unknown>(`/set-aside/${encodeURIComponent(id)}/retry`),
  retry: (id: string) => http.post<unknown>(`/commands/${encodeURIComponent(id)}/retry`),
  cancel: (id: string, reason: string) =>
    http.post<unknown>(`/commands/${encodeURIComponent(id)}/cancel`, { reason }),
};
