import type { Assignment, Order } from '@/api/types';

/** One dispatch as both sides tell it: what the assigner ordered, and what the assignee has done so far. */
export interface Branch {
  id: string;
  /** Absent when the assigner's part is not known here. */
  order?: Order;
  /** Absent as long as nothing has come back from the assignee's node. */
  assignment?: Assignment;
  children: Branch[];
}

/** `621000-20261121-000042/1/2` → `621000-20261121-000042/1`; nothing for a ticket's own order. */
function parentOf(id: string): string | undefined {
  const parent = id.slice(0, id.lastIndexOf('/'));
  return parent.includes('/') ? parent : undefined;
}

function byPath(a: Branch, b: Branch): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

/** Puts a ticket's orders and assignments, its own and replicated ones, into the tree that their ids describe. */
export function assignmentTree(orders: Order[], assignments: Assignment[]): Branch[] {
  const branches = new Map<string, Branch>();
  const branch = (id: string): Branch => {
    const known = branches.get(id);
    if (known) return known;
    const created: Branch = { id, children: [] };
    branches.set(id, created);
    return created;
  };
  for (const order of [...orders, ...assignments.flatMap((each) => each.orders)]) {
    branch(order.assignmentId).order = order;
  }
  for (const assignment of assignments) branch(assignment.id).assignment = assignment;

  const roots: Branch[] = [];
  for (const each of [...branches.values()].sort(byPath)) {
    const parent = parentOf(each.id);
    const holder = parent === undefined ? undefined : branches.get(parent);
    (holder?.children ?? roots).push(each);
  }
  return roots;
}
