/** What an administrator keeps at a node: the calls and the words for what they carry. */
import { http } from './http';
import type { Page, QueryOf, Schemas } from './types';

export type UnitRow = Schemas['UnitViews.UnitView'];
export type UnitRequest = Schemas['UnitViews.UnitRequest'];
export type UnitChange = Schemas['UnitViews.ChangeView'];
export type UnitOffice = Schemas['UnitOfficeController.UnitOfficeView'];
export type UnitOfficeRequest = Schemas['UnitOfficeController.UnitOfficeRequest'];
export type Institution = Schemas['InstitutionController.InstitutionView'];
export type InstitutionRequest = Schemas['InstitutionController.InstitutionRequest'];
export type Seats = Schemas['ExpertSeatController.SeatsView'];
export type Seat = Schemas['ExpertSeatController.SeatView'];
export type SeatRequest = Schemas['ExpertSeatController.SeatRequest'];
export type Line = Schemas['LineView'];
export type LineRegister = Schemas['LineRequests.Register'];
export type LineMerge = Schemas['LineRequests.Merge'];
export type LineManager = Schemas['LineView.ManagerView'];
export type MergeMode = Schemas['MergeMode'];
export type Account = Schemas['UserController.UserRow'];
export type AccountRights = Schemas['UserController.Rights'];
export type ApiClient = Schemas['ApiClientController.ClientView'];
export type ApiClientRequest = Schemas['ApiClientController.ClientRequest'];
export type IssuedClient = Schemas['ApiClientController.IssuedView'];
export type ClientKind = Schemas['ClientKind'];
export type ChildNode = Schemas['EnrolmentController.ChildNodeView'];
export type Duty = Schemas['DutyController.DutyView'];
export type DutyRequest = Schemas['DutyController.DutyRequest'];
export type DutyKind = Schemas['DutyStore.DutyKind'];
export type BroadcastDocument = Schemas['BroadcastController.DocumentView'];
export type AuditEntry = Schemas['AuditController.AuditView'];
export type AuditQuery = QueryOf<'/api/audit'>;

const at = (...parts: (string | number)[]) =>
  parts.map((part) => `/${encodeURIComponent(part)}`).join('');

export const units = {
  list: () => http.get<UnitRow[]>('/units'),
  history: (code: string) => http.get<UnitChange[]>(`/units${at(code)}/history`),
  create: (code: string, unit: UnitRequest, reason: string) =>
    http.post<UnitRow>('/units', { code, unit, reason }),
  change: (code: string, unit: UnitRequest, version: number, reason: string) =>
    http.put<UnitRow>(`/units${at(code)}`, { unit, version, reason }),
  close: (code: string, version: number, reason: string) =>
    http.post<UnitRow>(`/units${at(code)}/close`, { version, reason }),
  reopen: (code: string, version: number, reason: string) =>
    http.post<UnitRow>(`/units${at(code)}/reopen`, { version, reason }),
};

export const offices = {
  list: () => http.get<UnitOffice[]>('/unit-offices'),
  set: (code: string, office: UnitOfficeRequest) =>
    http.put<UnitOffice>(`/unit-offices${at(code)}`, office),
};

export const institutions = {
  list: () => http.get<Institution[]>('/institutions'),
  set: (institution: InstitutionRequest) => http.post<Institution>('/institutions', institution),
};

export const seats = {
  list: () => http.get<Seats>('/expert-seats'),
  set: (seat: SeatRequest) => http.post<Seat>('/expert-seats', seat),
  end: (id: number) => http.post<Seats>(`/expert-seats${at(id)}/end`),
};

export const lines = {
  list: (query: QueryOf<'/api/lines'>) => http.get<Page<Line>>('/lines', query),
  register: (line: LineRegister) => http.post<Line>('/lines', line),
  merge: (number: string, merge: LineMerge) => http.post<Line>(`/lines${at(number)}/merge`, merge),
  rename: (number: string, body: Schemas['LineRequests.Rename']) =>
    http.post<Line>(`/lines${at(number)}/rename`, body),
  managers: (number: string, body: Schemas['LineRequests.Manage']) =>
    http.post<Line>(`/lines${at(number)}/managers`, body),
  prompt: (number: string, body: Schemas['LineRequests.SetPrompt']) =>
    http.post<Line>(`/lines${at(number)}/prompt`, body),
  cancel: (number: string, basis: string) =>
    http.post<Line>(`/lines${at(number)}/cancel`, { basis }),
};

export const accounts = {
  list: () => http.get<Account[]>('/users'),
  create: (username: string, password: string, rights: AccountRights) =>
    http.post<Account>('/users', { username, password, rights }),
  change: (username: string, rights: AccountRights) =>
    http.put<Account>(`/users${at(username)}`, rights),
  password: (username: string, password: string) =>
    http.post<undefined>(`/users${at(username)}/password`, { password }),
  unlock: (username: string) => http.post<Account>(`/users${at(username)}/unlock`),
};

export const ownPassword = (current: string, password: string) =>
  http.post<unknown>('/session/password', { current, password });

export const apiClients = {
  list: () => http.get<ApiClient[]>('/api-clients'),
  issue: (client: ApiClientRequest) => http.post<IssuedClient>('/api-clients', client),
  revoke: (id: string) => http.delete<undefined>(`/api-clients${at(id)}`),
};

export const childNodes = {
  list: () => http.get<ChildNode[]>('/enrolments'),
  enrol: (body: Schemas['EnrolmentController.EnrolmentRequest']) =>
    http.post<Schemas['EnrolmentController.TokenView']>('/enrolments', body),
  revoke: (code: string, reason: string) =>
    http.post<ChildNode[]>(`/enrolments${at(code)}/revoke`, { reason }),
};

export const duties = {
  list: (from: string, to: string) => http.get<Duty[]>('/duties', { from, to }),
  add: (duty: DutyRequest) => http.post<Duty>('/duties', duty),
  remove: (id: number) => http.delete<undefined>(`/duties${at(id)}`),
};

export const broadcasts = {
  list: (query: QueryOf<'/api/broadcasts'>) =>
    http.get<Page<BroadcastDocument>>('/broadcasts', query),
  kinds: () => http.get<string[]>('/broadcasts/kinds'),
  read: (document: BroadcastDocument) =>
    http.get<BroadcastDocument>(
      `/broadcasts${at(document.publisher.code, document.kind, document.key)}`,
    ),
  withdraw: (document: BroadcastDocument, reason: string) =>
    http.post<BroadcastDocument>(`/broadcasts${at(document.kind, document.key)}/withdraw`, {
      reason,
    }),
};

export const audit = (query: AuditQuery) => http.get<Page<AuditEntry>>('/audit', query);
