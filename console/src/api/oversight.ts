/** Supervisions, and what else a supervisor keeps an eye on. */
import { http } from './http';
import type { Page, QueryOf, Schemas } from './types';

export type Supervision = Schemas['SupervisionView'];
export type SupervisionQuery = QueryOf<'/api/supervisions'>;
export type NewSupervision = Schemas['SupervisionActionController.Issue'];
export type Clearing = Schemas['ClearingController.ClearingView'];
export type Handover = Schemas['HandoverController.HandoverView'];
export type Notice = Schemas['NoticeController.NoticeView'];
export type AbuseCase = Schemas['AbuseView'];
export type AbuseRules = Schemas['AbuseController.RulesView'];
export type AbuseHandOver = Schemas['AbuseController.HandOverRequest'];
export type CallBack = Schemas['CallBackController.CallBackView'];

/** Ids contain slashes, which travel as `~`. */
export const supervisionPath = (id: string) =>
  `/supervisions/${encodeURIComponent(id.replaceAll('/', '~'))}`;

export const supervisions = {
  list: (query: SupervisionQuery) => http.get<Page<Supervision>>('/supervisions', query),
  get: (id: string) => http.get<Supervision>(supervisionPath(id)),
  issue: (body: NewSupervision, key: string) =>
    http.postOnce<Supervision>('/supervisions', body, key),
  act: (id: string, action: string, body: object, key: string) =>
    http.postOnce<Supervision>(`${supervisionPath(id)}/${action}`, body, key),
};

export const clearing = (month?: string) => http.get<Clearing>('/clearing', { month });

export const handovers = {
  list: (query: QueryOf<'/api/handovers'>) => http.get<Page<Handover>>('/handovers', query),
  act: (id: string, action: 'retry' | 'by-phone', note: string) =>
    http.post<Handover>(`/handovers/${encodeURIComponent(id)}/${action}`, { note }),
};

export const notices = {
  list: (query: QueryOf<'/api/notices'>) => http.get<Page<Notice>>('/notices', query),
  retry: (id: number) => http.post<undefined>(`/notices/${id}/retry`),
};

const abusePath = (id: string) => `/abuse-cases/${encodeURIComponent(id)}`;

export const abuseCases = {
  list: (query: QueryOf<'/api/abuse-cases'>) => http.get<Page<AbuseCase>>('/abuse-cases', query),
  rules: () => http.get<AbuseRules>('/abuse-cases/rules'),
  restrict: (id: string, hours: number, reason: string) =>
    http.post<AbuseCase>(`${abusePath(id)}/restrict`, { hours, reason }),
  lift: (id: string, reason: string) => http.post<AbuseCase>(`${abusePath(id)}/lift`, { reason }),
  handOver: (id: string, handOver: AbuseHandOver) =>
    http.post<AbuseCase>(`${abusePath(id)}/hand-over`, handOver),
};

export const callBacks = (query: QueryOf<'/api/call-backs'>) =>
  http.get<Page<CallBack>>('/call-backs', query);
