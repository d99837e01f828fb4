import type { AssignmentQuery, DeskCounts, Role, TicketQuery } from '@/api/types';

interface QueueBase {
  key: string;
  label: string;
  count?: keyof DeskCounts;
  /** What can be done to several at once. */
  bulk?: string[];
  /** Something is wrong when anything waits here. */
  alarming?: boolean;
  /** Mostly empty: shown only while something waits. */
  seldom?: boolean;
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

type More = Omit<QueueBase, 'key' | 'label' | 'count'>;

const tickets = (
  key: string,
  label: string,
  query: TicketQuery,
  count?: keyof DeskCounts,
  more: More = {},
): Queue => ({ of: 'tickets', key, label, query, count, ...more });

const assignments = (
  key: string,
  label: string,
  query: AssignmentQuery,
  count?: keyof DeskCounts,
  more: More = {},
): Queue => ({ of: 'assignments', key, label, query, count, ...more });

const received = assignments(
  'received',
  '上下级交办待审',
  {
    unit: 'NONE',
    attention: 'DECISION',
  },
  'atReceived',
);

/** Received work has lines of its own: the numbers beside tickets count tickets. */
const receivedLate = [
  assignments(
    ...(['received-due-soon', '交办即将超期'] as const),
    { unit: 'NONE', dueSoon: true },
    'receivedDueSoon',
    { seldom: true },
  ),
  assignments(
    ...(['received-overdue', '交办已超期'] as const),
    { unit: 'NONE', overdue: true },
    'receivedOverdue',
    { seldom: true, alarming: true },
  ),
  assignments(
    ...(['received-undelivered', '交办转派未送达'] as const),
    { unit: 'NONE', attention: 'UNDELIVERED' },
    'receivedUndelivered',
    { seldom: true, alarming: true },
  ),
];

/** The work desks: who works there and which lines wait. */
export const desks: Desk[] = [
  {
    path: '/dispatch',
    title: '派单台',
    roles: ['DISPATCHER', 'OFFICE'],
    waiting: ['accepted', 'registered', 'awaitingSignFor', 'returns'],
    queues: [
      tickets('to-dispatch', '待派单', { state: 'ACCEPTED' }, 'accepted', { bulk: ['dispatch'] }),
      tickets('registered', '待受理', { state: 'REGISTERED' }, 'registered', { bulk: ['accept'] }),
      assignments(
        ...(['received', '交办待签收'] as const),
        { unit: 'NONE', state: 'AWAITING_SIGN_FOR' },
        'awaitingSignFor',
        { bulk: ['sign-for'] },
      ),
      assignments(
        'received-open',
        '交办办理中',
        { unit: 'NONE', state: 'IN_HANDLING' },
        'receivedOpen',
        {
          bulk: ['remind'],
        },
      ),
      tickets('returns', '退单待审', { attention: 'RETURN' }, 'returns'),
      tickets('extensions', '延期待审', { attention: 'EXTENSION' }, 'moreTime'),
      tickets('requests', '申请待审', { attention: 'REQUEST' }, 'requests'),
      tickets('meetings', '待会议指定', { attention: 'MEETING' }, 'meetings'),
      tickets('due-soon', '即将超期', { dueSoon: true }, 'dueSoon', { bulk: ['remind'] }),
      tickets('overdue', '已超期', { overdue: true }, 'overdue', {
        bulk: ['remind'],
        alarming: true,
      }),
      tickets('undelivered', '未送达', { attention: 'UNDELIVERED' }, 'undelivered', {
        alarming: true,
      }),
      ...receivedLate,
    ],
  },
  {
    path: '/handling',
    ofUnit: true,
    title: '承办台',
    roles: ['UNIT_HANDLER', 'UNIT_DEPUTY', 'UNIT_PRINCIPAL'],
    waiting: ['awaitingSignFor', 'inHandling'],
    queues: [
      assignments('to-sign', '待签收', { state: 'AWAITING_SIGN_FOR' }, 'awaitingSignFor', {
        bulk: ['sign-for'],
      }),
      assignments('open', '办理中', { state: 'IN_HANDLING' }, 'inHandling'),
      assignments('due-soon', '即将超期', { dueSoon: true }, 'dueSoon'),
      assignments('overdue', '已超期', { overdue: true }, 'overdue', { alarming: true }),
      assignments('redo', '重办', { attention: 'REDO' }, 'redo'),
      assignments('returning', '退单待审', { state: 'RETURN_REQUESTED' }, 'returning'),
      assignments('deputy', '待分管领导签批', { toSign: 'UNIT_DEPUTY' }),
      assignments('principal', '待主要领导签批', { toSign: 'UNIT_PRINCIPAL' }),
      assignments('replied', '已答复', { state: 'REPLIED' }),
    ],
  },
  {
    path: '/review',
    title: '审核台',
    roles: ['REVIEWER'],
    waiting: ['replies', 'returns', 'moreTime', 'requests', 'screenings'],
    queues: [
      tickets('replies', '待审答复', { attention: 'REPLY' }, 'replies'),
      tickets('returns', '退单待审', { attention: 'RETURN' }, 'returns'),
      tickets('extensions', '延期待审', { attention: 'EXTENSION' }, 'moreTime'),
      tickets('requests', '申请待审', { attention: 'REQUEST' }, 'requests'),
      tickets('screenings', '甄别待审', { attention: 'SCREENING' }, 'screenings'),
      received,
      assignments(
        'received-open',
        '交办待答复',
        { unit: 'NONE', state: 'IN_HANDLING' },
        'receivedOpen',
      ),
      tickets('due-soon', '即将超期', { dueSoon: true }, 'dueSoon', { bulk: ['remind'] }),
      tickets('overdue', '已超期', { overdue: true }, 'overdue', {
        bulk: ['remind'],
        alarming: true,
      }),
    ],
  },
  {
    path: '/follow-up',
    title: '回访台',
    roles: ['FOLLOW_UP', 'LEGAL_COUNSEL'],
    waiting: ['awaitingFollowUp'],
    queues: [
      tickets('waiting', '待回访', { state: 'AWAITING_FOLLOW_UP' }, 'awaitingFollowUp'),
      tickets('dissatisfied', '不满意待处理', { attention: 'DISSATISFIED' }, 'dissatisfied', {
        alarming: true,
      }),
      tickets('redo', '重办中', { attention: 'REDO' }, 'redo', { bulk: ['remind'] }),
      tickets('closed', '待归档', { state: 'CLOSED' }, 'closed', { bulk: ['archive'] }),
      tickets('refused', '不予受理待归档', { state: 'REFUSED' }, undefined, { bulk: ['archive'] }),
      tickets('withdrawn', '撤单待归档', { state: 'WITHDRAWN' }, undefined, { bulk: ['archive'] }),
    ],
  },
];

/** What a supervisor presses for; shown as a part of the supervision desk. */
export const overseen: Desk = {
  path: '/supervision',
  title: '督办台',
  roles: ['SUPERVISOR'],
  waiting: ['overdue'],
  queues: [
    tickets('overdue', '已超期', { overdue: true }, 'overdue', {
      bulk: ['remind'],
      alarming: true,
    }),
    tickets('due-soon', '即将超期', { dueSoon: true }, 'dueSoon', { bulk: ['remind'] }),
    tickets('returns', '退单待审', { attention: 'RETURN' }, 'returns'),
    tickets('redo', '重办', { attention: 'REDO' }, 'redo', { bulk: ['remind'] }),
    tickets('dissatisfied', '不满意待处理', { attention: 'DISSATISFIED' }, 'dissatisfied'),
    tickets('screenings', '甄别待审', { attention: 'SCREENING' }, 'screenings'),
    tickets('undelivered', '未送达', { attention: 'UNDELIVERED' }, 'undelivered', {
      alarming: true,
    }),
    ...receivedLate,
  ],
};
