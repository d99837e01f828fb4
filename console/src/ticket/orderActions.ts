import type { RequestView } from '@/api/handling';
import type { Assignment, Order } from '@/api/types';
import { type Action, assignmentActions, ticketActions } from '@/forms/actions';
import type { Target } from '@/forms/target';
import { shortNode } from '@/lib/labels';

/** Something to be done to an order, to a request, or to the whole. */
export interface Pending {
  action: Action;
  target: Target;
}

type HolderKind = 'ticket' | 'assignment';

/** Who placed an order, and may therefore decide about it: the ticket, or the assignment it was passed on from. */
export interface Holder {
  of: HolderKind;
  id: string;
  version: number;
  allowed: string[];
}

/** Until its answer is accepted, an order can be pressed for. */
const open = new Set(['PLACED', 'SIGNED', 'RETURN_REQUESTED', 'ANSWERED']);

const waits = (request: RequestView) => request.awaitsHolder && !request.decision;

/** Which of an order's requests an action is about. */
function requestsFor(action: Action, order: Order): RequestView[] {
  const waiting = order.requests.filter(waits);
  switch (action.name) {
    case 'decide-extension':
      return waiting.filter((request) => request.kind === 'EXTENSION');
    case 'decide-request':
      return waiting.filter((request) => request.kind !== 'EXTENSION');
    default:
      return waiting;
  }
}

function called(action: Action, order: Order): boolean {
  switch (action.name) {
    case 'review':
      return order.reply !== undefined && !order.reply.review;
    case 'redo':
      return order.reply?.review?.accepted === true;
    case 'decide-return':
      return order.returnRequest !== undefined && !order.returnRequest.decision;
    default:
      return open.has(order.state);
  }
}

const catalogue = (of: HolderKind) => (of === 'ticket' ? ticketActions : assignmentActions);

/** What the order's state calls for, among what its holder may do. */
export function orderActions(holder: Holder, order: Order): Pending[] {
  const about = { assignmentId: order.assignmentId, assignee: shortNode(order.assignee.name) };
  const { of, id, version } = holder;
  return catalogue(of)
    .filter((action) => action.onOrder && holder.allowed.includes(action.name))
    .flatMap((action): Pending[] => {
      const target: Target = { of, id, version, order: about };
      if (action.onRequest) {
        return requestsFor(action, order).map((request) => ({
          action,
          target: { ...target, request },
        }));
      }
      return called(action, order) ? [{ action, target }] : [];
    });
}

const decisions = new Set([
  'review',
  'decide-return',
  'decide-extension',
  'decide-request',
  'office-decide',
]);

export const isDecision = (action: Action): boolean => decisions.has(action.name);

/** What waits for a decision of the holder: shown first, because it is why somebody opened the ticket. */
export const pendingDecisions = (holder: Holder, orders: Order[]): Pending[] =>
  orders.flatMap((order) => orderActions(holder, order).filter(({ action }) => isDecision(action)));

/** The unit's own requests that wait for a signature of its leaders. */
export function pendingSignatures(assignment: Assignment): Pending[] {
  const action = assignmentActions.find((each) => each.onRequest === 'own');
  if (!action || !assignment.allowedActions.includes(action.name)) return [];
  const { id, version } = assignment;
  return assignment.requests
    .filter((request) => request.nextAtUnit && !request.decision)
    .map((request) => ({ action, target: { of: 'assignment', id, version, request } }));
}

/** What may be done to a ticket or an assignment as a whole, in the order in which one would look for it. */
export function ownActions(of: HolderKind, allowed: string[]): Action[] {
  return catalogue(of).filter(
    (action) => !action.onOrder && !action.onRequest && allowed.includes(action.name),
  );
}

/** What it says on the button. */
export function labelOf({ action, target }: Pending): string {
  const what =
    target.request && action.name !== 'decide-extension'
      ? `${action.label}（${target.request.kindLabel}）`
      : action.label;
  return target.order ? `${what} · ${target.order.assignee}` : what;
}
