import { assignments, tickets } from '@/api/node';
import { shortNode } from '@/lib/labels';
import type { Deadline } from '@/api/types';
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
}

const unanswered = new Set(['REGISTERED', 'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW']);

/** Loads a part of a waiting line, longest waiting first; pages count from 0. Only `node`'s own tickets wait. */
export async function loadQueue(
  queue: Queue,
  page: number,
  size: number,
  node: string,
): Promise<{ items: WorkItem[]; total: number }> {
  if (queue.of === 'tickets') {
    const found = await tickets.list({ ...queue.query, owner: node, sort: 'oldest', page, size });
    return {
      total: found.total,
      items: found.items.map((row) => ({
        key: row.id,
        ticketId: row.id,
        title: row.title,
        from: shortNode(row.currentHandler ?? row.region?.name ?? row.owner.name),
        at: row.registeredAt,
        // Answered: what waits now is not against the requester's clock.
        due: unanswered.has(row.state) ? row.due : undefined,
        urgent: row.urgency === 'URGENT',
      })),
    };
  }
  const found = await assignments.list({ ...queue.query, page, size });
  return {
    total: found.total,
    items: found.items.map((each) => ({
      key: each.id,
      ticketId: each.ticketId,
      assignmentId: each.id,
      title: each.ticket?.title ?? each.ticketId,
      from: `${shortNode(each.assigner.name)}派办`,
      at: each.dispatchedAt,
      due: each.state === 'AWAITING_SIGN_FOR' ? (each.signForDue ?? each.due) : each.due,
      urgent: each.ticket?.urgency === 'URGENT',
    })),
  };
}
