import { describe, expect, it } from 'vitest';
import type { Order } from '@/api/types';
import { assignmentTree } from '@/lib/assignmentTree';
import { anAssignment, anOrder } from './examples';

const ticket = '621000-20261121-000042';

const order = (id: string) => anOrder({ assignmentId: id });
const assignment = (id: string, orders: Order[] = []) =>
  anAssignment({ id, ticketId: ticket, orders });

describe('the assignment tree', () => {
  it('puts what was passed on below what it was passed on from', () => {
    const tree = assignmentTree(
      [order(`${ticket}/1`)],
      [assignment(`${ticket}/1/2`), assignment(`${ticket}/1`), assignment(`${ticket}/1/1`)],
    );
    expect(tree.map((branch) => branch.id)).toEqual([`${ticket}/1`]);
    expect(tree[0]?.children.map((branch) => branch.id)).toEqual([
      `${ticket}/1/1`,
      `${ticket}/1/2`,
    ]);
  });

  it('shows an order that has not been delivered yet, without an assignment', () => {
    const [branch] = assignmentTree([order(`${ticket}/1`)], []);
    expect(branch?.order).toBeDefined();
    expect(branch?.assignment).toBeUndefined();
  });

  it('takes the order of a passed on assignment from the one that passed it on', () => {
    const passed = assignment(`${ticket}/1`, [order(`${ticket}/1/1`)]);
    const [branch] = assignmentTree([], [passed]);
    expect(branch?.children[0]?.order?.assignmentId).toBe(`${ticket}/1/1`);
  });

  it('keeps an assignment whose assigner is not known here', () => {
    const [branch] = assignmentTree([], [assignment(`${ticket}/3/1`)]);
    expect(branch?.id).toBe(`${ticket}/3/1`);
  });

  it('counts siblings by number, not by letter', () => {
    const tree = assignmentTree([order(`${ticket}/10`), order(`${ticket}/9`)], []);
    expect(tree.map((branch) => branch.id)).toEqual([`${ticket}/9`, `${ticket}/10`]);
  });
});
