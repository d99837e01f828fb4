import type { AssignmentQuery, DeskCounts, Role, TicketQuery } from '@/api/types';

interface QueueBase {
  key: string;
  label: string;
  count?: keyof DeskCounts;
}

/** A waiting line of a desk: tickets of this node, or work that it or its units carry out. */
export type Queue = QueueBase &
  ({ of: 'tickets'; query: TicketQuery } | { of: 'assignments'; query: AssignmentQuery });

export interface Desk {
  path: string;
  title: string;
  roles: Role[];
  /** What the navigation counts as waiting here. */
  waiting: (keyof DeskCounts)[];
  queues: Queue[];
  /** Its counts are a unit's; to a user without one the node counts something else by the same names. */
  ofUnit?: boolean;
}

const tickets = (
  key: string,
  label: string,
  query: TicketQuery,
  count?: keyof DeskCounts,
): Queue => ({ of: 'tickets', key, label, query, count });

const assignments = (
  key: string,
  label: string,
  query: AssignmentQuery,
  count?: keyof DeskCounts,
): Queue => ({ of: 'assignments', key, label, query, count });

/** The work desks: who works there and which lines wait. */
export const desks: Desk[] = [
  {
    path: '/dispatch',
    title: '派单台',
    roles: ['DISPATCHER'],
    waiting: ['accepted', 'registered', 'awaitingSignFor'],
    queues: [
      tickets('to-dispatch', '待派单', { state: 'ACCEPTED' }, 'accepted'),
      tickets('registered', '待受理', { state: 'REGISTERED' }, 'registered'),
      assignments(
        'received',
        '交办待签收',
        { unit: 'NONE', state: 'AWAITING_SIGN_FOR' },
        'awaitingSignFor',
      ),
      assignments('received-open', '交办办理中', { unit: 'NONE', state: 'IN_HANDLING' }),
      tickets('undelivered', '未送达', { attention: 'UNDELIVERED' }, 'undelivered'),
    ],
  },
  {
    path: '/handling',
    ofUnit: true,
    title: '承办台',
    roles: ['UNIT_HANDLER'],
    waiting: ['awaitingSignFor', 'inHandling'],
    queues: [
      assignments('to-sign', '待签收', { state: 'AWAITING_SIGN_FOR' }, 'awaitingSignFor'),
      assignments('open', '办理中', { state: 'IN_HANDLING' }, 'inHandling'),
      assignments('overdue', '已超期', { overdue: 'true' }, 'overdue'),
      assignments('returning', '退单待审', { state: 'RETURN_REQUESTED' }),
      assignments('replied', '已答复', { state: 'REPLIED' }),
    ],
  },
  {
    path: '/review',
    title: '审核台',
    roles: ['REVIEWER'],
    waiting: ['inReview', 'returnsPending', 'extensionsPending'],
    queues: [
      tickets('replies', '待审答复', { state: 'IN_REVIEW' }, 'inReview'),
      tickets('returns', '退单待审', { attention: 'RETURN' }, 'returnsPending'),
      tickets('extensions', '延期待审', { attention: 'EXTENSION' }, 'extensionsPending'),
      assignments('received', '上下级交办', { unit: 'NONE', state: 'IN_HANDLING' }),
    ],
  },
  {
    path: '/follow-up',
    title: '回访台',
    roles: ['FOLLOW_UP'],
    waiting: ['awaitingFollowUp'],
    queues: [
      tickets('waiting', '待回访', { state: 'AWAITING_FOLLOW_UP' }, 'awaitingFollowUp'),
      tickets('closed', '待归档', { state: 'CLOSED' }),
    ],
  },
];
