import type { Order } from '@/api/types';
import { type Action, assignmentActions, ticketActions } from '@/forms/actions';
import { shortNode } from '@/lib/labels';
import type { Target } from '@/forms/ActionDialog.vue';

export interface Pending {
  action: Action;
  target: Target;
}

/** Who placed an order, and may therefore decide about it: the ticket, or the assignment it was passed on from. */
export interface Holder {
  of: Target['of'];
  id: string;
  version: number;
  allowed: string[];
}

/** Until its answer is accepted, an order can be pressed for. */
const open = new Set(['PLACED', 'SIGNED', 'RETURN_REQUESTED', 'ANSWERED']);

function called(action: string, order: Order): boolean {
  switch (action) {
    case 'review':
      return order.reply !== undefined && !order.reply.review;
    case 'redo':
      return order.reply?.review?.accepted === true;
    case 'decide-return':
      return order.returnRequest !== undefined && !order.returnRequest.decision;
    case 'decide-extension':
      return order.extensions.some((extension) => !extension.decision);
    default:
      return open.has(order.state);
  }
}

const catalogue = (of: Target['of']) => (of === 'ticket' ? ticketActions : assignmentActions);

/** What the order's state calls for, among what its holder may do. */
export function orderActions(holder: Holder, order: Order): Action[] {
  return catalogue(holder.of).filter(
    (action) =>
      action.onOrder && holder.allowed.includes(action.name) && called(action.name, order),
  );
}

const decisions = new Set(['review', 'decide-return', 'decide-extension']);

/** What waits for a decision of the holder: shown first, because it is why somebody opened the ticket. */
export function pendingDecisions(holder: Holder, orders: Order[]): Pending[] {
  return orders.flatMap((order) =>
    orderActions(holder, order)
      .filter((action) => decisions.has(action.name))
      .map((action) => ({
        action,
        target: {
          of: holder.of,
          id: holder.id,
          version: holder.version,
          order: { assignmentId: order.assignmentId, assignee: shortNode(order.assignee.name) },
        },
      })),
  );
}

/** What may be done to a ticket or an assignment as a whole, in the order in which one would look for it. */
export function ownActions(of: Target['of'], allowed: string[]): Action[] {
  return catalogue(of).filter((action) => !action.onOrder && allowed.includes(action.name));
}
