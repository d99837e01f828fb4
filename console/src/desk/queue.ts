import { exports } from '@/api/exports';
import { assignments, tickets } from '@/api/node';
import type { ExportFormat } from '@/api/search';
import type { Assignment, AssignmentQuery, Deadline, TicketQuery, TicketRow } from '@/api/types';
import { shortNode } from '@/lib/labels';
import type { Queue } from './desks';

/** One piece of waiting work, whether a ticket or an assignment of one. */
export interface WorkItem {
  key: string;
  ticketId: string;
  assignmentId?: string;
  title: string;
  from: string;
  at: string;
  due?: Deadline;
  urgent: boolean;
  version: number;
}

/** What a line is narrowed to; empty where it is not. */
export type Narrowing = Record<'q' | 'region' | 'category' | 'urgency' | 'unit', string>;

export const wide: Narrowing = { q: '', region: '', category: '', urgency: '', unit: '' };

const unanswered = new Set(['REGISTERED', 'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW']);

const ofTicket = (row: TicketRow): WorkItem => ({
  key: row.id,
  ticketId: row.id,
  title: row.title,
  from: shortNode(row.currentHandler ?? row.region?.name ?? row.owner.name),
  at: row.registeredAt,
  // Answered: what waits now is not against the requester's clock.
  due: unanswered.has(row.state) ? row.due : undefined,
  urgent: row.urgency === 'URGENT',
  version: row.version,
});

const ofAssignment = (each: Assignment): WorkItem => ({
  key: each.id,
  ticketId: each.ticketId,
  assignmentId: each.id,
  title: each.ticket?.title ?? each.ticketId,
  from: each.round > 1 ? `第 ${each.round} 轮重办` : `${shortNode(each.assigner.name)}派办`,
  at: each.dispatchedAt,
  due: each.state === 'AWAITING_SIGN_FOR' ? (each.signForDue ?? each.due) : each.due,
  urgent: each.ticket?.urgency === 'URGENT',
  version: each.version,
});

/** What a line shows, as the node is asked for it. Only `node`'s own tickets wait. */
type Asked = { of: 'tickets'; query: TicketQuery } | { of: 'assignments'; query: AssignmentQuery };

function asked(queue: Queue, narrowing: Narrowing, node: string): Asked {
  if (queue.of === 'assignments') {
    return { of: 'assignments', query: { ...narrowing, ...queue.query } };
  }
  // A list of tickets takes the beginning of a code: 6210 for all of 621000.
  const region = narrowing.region.replace(/(00){1,2}$/, '');
  return { of: 'tickets', query: { ...narrowing, region, ...queue.query, owner: node } };
}

/** Loads a part of a waiting line, longest waiting first; pages count from 0. */
export async function loadQueue(
  queue: Queue,
  narrowing: Narrowing,
  page: number,
  size: number,
  node: string,
): Promise<{ items: WorkItem[]; total: number }> {
  const { of, query } = asked(queue, narrowing, node);
  if (of === 'tickets') {
    const { items, total } = await tickets.list({ ...query, sort: 'oldest', page, size });
    return { total, items: items.map(ofTicket) };
  }
  const { items, total } = await assignments.list({ ...query, page, size });
  return { total, items: items.map(ofAssignment) };
}

/** All of a waiting line as a file. */
export function exportQueue(
  queue: Queue,
  narrowing: Narrowing,
  node: string,
  format: ExportFormat,
) {
  const { of, query } = asked(queue, narrowing, node);
  return of === 'tickets' ? exports.tickets(query, format) : exports.assignments(query, format);
}
