import type { Assignment, Order } from '@/api/types';

/** What tests begin with: whole values of which a test says only what it is about. */
const at = '2026-11-21T19:00:00+08:00';
const due = { at: '2026-11-28T19:00:00+08:00', rule: '5个工作日', provisional: false };

export const anOrder = (own: Partial<Order> = {}): Order => ({
  assignmentId: '621000-20261121-000042/1',
  assignee: { kind: 'UNIT', code: 'ZJ', name: '市住建局' },
  role: 'LEAD',
  round: 1,
  orderedAt: at,
  signForDue: due,
  due,
  state: 'PLACED',
  delivery: 'LOCAL',
  excluded: false,
  extensions: [],
  requests: [],
  urges: [],
  ...own,
});

export const anAssignment = (own: Partial<Assignment> = {}): Assignment => ({
  id: '621000-20261121-000042/1',
  ticketId: '621000-20261121-000042',
  node: { code: '621000', name: '庆阳市' },
  assigner: { code: '621000', name: '庆阳市' },
  role: 'LEAD',
  round: 1,
  state: 'IN_HANDLING',
  dispatchedAt: at,
  signForDue: due,
  due,
  overdue: false,
  deemed: false,
  excluded: false,
  replies: [],
  extensions: [],
  requests: [],
  contacts: [],
  urges: [],
  meetings: [],
  team: { merged: [], opinions: [], opinionsMissing: false },
  orders: [],
  allowedActions: [],
  version: 1,
  ...own,
});
