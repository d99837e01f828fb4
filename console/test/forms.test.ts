import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from '@/api/types';
import { type Action, assignmentActions, ticketActions } from '@/forms/actions';
import { blankValues, bodyOf, faults } from '@/forms/values';

function action(name: string, among = ticketActions): Action {
  const found = among.find((each) => each.name === name);
  if (!found) throw new Error(`no action ${name}`);
  return found;
}

const to = (code: string, role: DispatchOrder['role']): DispatchOrder => ({
  assignee: { kind: 'UNIT', code },
  role,
});

describe('a form', () => {
  it('is not sent without what the rules demand of a return (LIF-05)', () => {
    const form = action('request-return', assignmentActions);
    const found = faults(form, { ...blankValues(form), reason: '不属于本单位职责', basis: '  ' });
    expect(Object.keys(found)).toEqual(['basis', 'suggestion']);
  });

  it('asks for an answer to every question of a follow-up (RVS-12)', () => {
    const form = action('follow-up');
    expect(Object.keys(faults(form, blankValues(form)))).toEqual([
      'channel',
      'satisfaction',
      'solved',
    ]);
  });

  it('accepts a no as an answer', () => {
    const form = action('follow-up');
    const values = { channel: 'CALL', satisfaction: 'DISSATISFIED', solved: false, comment: '' };
    expect(faults(form, values)).toEqual({});
    expect(bodyOf(form, values)).toEqual({
      channel: 'CALL',
      satisfaction: 'DISSATISFIED',
      solved: false,
    });
  });

  it('dispatches to exactly one lead (DSP-02)', () => {
    const form = action('dispatch');
    expect(faults(form, { orders: [] }).orders).toContain('至少');
    expect(faults(form, { orders: [to('A', 'LEAD'), to('B', 'LEAD')] }).orders).toContain('2');
    expect(faults(form, { orders: [to('A', 'CO')] }).orders).toContain('0');
    expect(faults(form, { orders: [to('A', 'LEAD'), to('B', 'CO')] })).toEqual({});
  });

  it('sends trimmed texts and leaves out what was left empty', () => {
    const form = action('review');
    expect(bodyOf(form, { accept: true, opinion: '  ' })).toEqual({ accept: true });
    expect(bodyOf(form, { accept: false, opinion: ' 避重就轻 ' })).toEqual({
      accept: false,
      opinion: '避重就轻',
    });
  });

  it('extends by whole working days within its bounds', () => {
    const form = action('request-extension', assignmentActions);
    const values = { reason: '需要外协检测', workingDays: 11, requesterInformed: true };
    expect(Object.keys(faults(form, values))).toEqual(['workingDays']);
    expect(faults(form, { ...values, workingDays: 5 })).toEqual({});
  });

  it('reads the steps of a plan from lines that begin with a day (RVS-18)', () => {
    const form = action('plan', assignmentActions);
    const explanation = '须待停暖后施工';
    expect(Object.keys(faults(form, { explanation, steps: '' }))).toEqual(['steps']);
    expect(Object.keys(faults(form, { explanation, steps: '下周 勘查' }))).toEqual(['steps']);
    const values = { explanation, steps: ' 2026-12-01 现场勘查\n\n2026-12-20  施工 ' };
    expect(faults(form, values)).toEqual({});
    expect(bodyOf(form, values)).toEqual({
      explanation,
      steps: [
        { day: '2026-12-01', what: '现场勘查' },
        { day: '2026-12-20', what: '施工' },
      ],
    });
  });
});
