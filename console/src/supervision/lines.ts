import type { SupervisionQuery } from '@/api/oversight';

/** Where supervisions stand, in the order in which one looks after them. */
export const lines: { key: string; label: string; query: SupervisionQuery }[] = [
  { key: 'issued', label: '待说明', query: { state: 'ISSUED' } },
  { key: 'late', label: '说明逾期', query: { overdue: true } },
  { key: 'explained', label: '说明待审', query: { state: 'EXPLAINED' } },
  { key: 'accepted', label: '待办结', query: { state: 'ACCEPTED' } },
  { key: 'closed', label: '已办结', query: { state: 'CLOSED' } },
];
