/** Looking for tickets, and lists as files. */
import { http } from './http';
import type { QueryOf, Schemas } from './types';

export type TicketPage = Schemas['TicketPage'];
export type TicketSearch = QueryOf<'/api/tickets'>;
export type ExportFormat = 'XLSX' | 'CSV';

export const search = {
  tickets: (query: TicketSearch) => http.get<TicketPage>('/tickets', query),
  exportTickets: (query: TicketSearch, format: ExportFormat) =>
    http.download('/tickets/export', { ...query, format }),
};
