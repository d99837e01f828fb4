/** Lists as files, under the filters of the list that is on the screen. */
import type { AuditQuery } from './admin';
import { http } from './http';
import type { CallQuery } from './intake';
import type { SupervisionQuery } from './oversight';
import type { ExportFormat } from './search';
import type { AssignmentQuery, QueryOf, TicketQuery } from './types';

/** Lists that the node hands out whole. */
export type WholeList =
  | 'api-clients'
  | 'institutions'
  | 'expert-seats'
  | 'enrolments'
  | 'policies'
  | 'calendars'
  | 'catalogues'
  | 'commands'
  | 'set-aside'
  | 'department-streams'
  | 'network/nodes'
  | 'network/certificates'
  | 'monitoring/platforms';

export const exports = {
  whole: (list: WholeList) => (format: ExportFormat) =>
    http.download(`/${list}/export`, { format }),
  users: (query: QueryOf<'/api/users/export'>, format: ExportFormat) =>
    http.download('/users/export', { ...query, format }),
  units: (query: QueryOf<'/api/units/export'>, format: ExportFormat) =>
    http.download('/units/export', { ...query, format }),
  offices: (missing: boolean, format: ExportFormat) =>
    http.download('/unit-offices/export', { missing, format }),
  duties: (query: QueryOf<'/api/duties'>, format: ExportFormat) =>
    http.download('/duties/export', { ...query, format }),
  lines: (query: QueryOf<'/api/lines'>, format: ExportFormat) =>
    http.download('/lines/export', { ...query, format }),
  broadcasts: (query: QueryOf<'/api/broadcasts'>, format: ExportFormat) =>
    http.download('/broadcasts/export', { ...query, format }),
  assessment: (month: string, format: ExportFormat) =>
    http.download('/assessment/export', { month, format }),
  streams: (above: boolean, format: ExportFormat) =>
    http.download('/network/streams/export', { above, format }),
  tickets: (query: TicketQuery, format: ExportFormat) =>
    http.download('/tickets/export', { ...query, format }),
  assignments: (query: AssignmentQuery, format: ExportFormat) =>
    http.download('/assignments/export', { ...query, format }),
  supervisions: (query: SupervisionQuery, format: ExportFormat) =>
    http.download('/supervisions/export', { ...query, format }),
  knowledge: (query: QueryOf<'/api/knowledge/entries'>, format: ExportFormat) =>
    http.download('/knowledge/entries/export', { ...query, format }),
  notices: (query: QueryOf<'/api/notices'>, format: ExportFormat) =>
    http.download('/notices/export', { ...query, format }),
  calls: (query: CallQuery, format: ExportFormat) =>
    http.download('/calls/export', { ...query, format }),
  callBacks: (query: QueryOf<'/api/call-backs'>, format: ExportFormat) =>
    http.download('/call-backs/export', { ...query, format }),
  handovers: (query: QueryOf<'/api/handovers'>, format: ExportFormat) =>
    http.download('/handovers/export', { ...query, format }),
  abuseCases: (query: QueryOf<'/api/abuse-cases'>, format: ExportFormat) =>
    http.download('/abuse-cases/export', { ...query, format }),
  clearing: (month: string | undefined, format: ExportFormat) =>
    http.download('/clearing/export', { month, format }),
  audit: (query: AuditQuery, format: ExportFormat) =>
    http.download('/audit/export', { ...query, format }),
};
