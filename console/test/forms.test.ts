import { describe, expect, it } from 'vitest';
import type { AssignmentFormRules } from '@/api/handling';
import type { DispatchOrder } from '@/api/types';
import { type Action, assignmentActions, ticketActions } from '@/forms/actions';
import { type FormContext, keyOf, resolve } from '@/forms/fields';
import { apply, filledOf } from '@/forms/macroValues';
import { blankValues, bodyOf, faults, shownFields, type Values } from '@/forms/values';

function action(name: string, among = ticketActions): Action {
  const found = among.find((each) => keyOf(each) === name);
  if (!found) throw new Error(`no action ${name}`);
  return found;
}

const to = (code: string, role: DispatchOrder['role']): DispatchOrder => ({
  assignee: { kind: 'UNIT', code },
  role,
});

const about = (values: Values, more: Partial<FormContext> = {}): FormContext => ({
  values,
  refused: [],
  ...more,
});
const wrong = (form: Action, values: Values, more?: Partial<FormContext>) =>
  Object.keys(faults(form, about(values, more)));

const rules: AssignmentFormRules = {
  requests: [
    {
      ...{ kind: 'ON_ACCOUNT', label: '挂账', attempts: 1, rule: 'LIF-10' },
      needs: ['VISIT', 'CONSENT', 'END_DATE'],
      approvers: ['单位分管领导', '热线平台'],
    },
    {
      ...{ kind: 'EXCLUSION', label: '剔除', attempts: 1, rule: 'LIF-11' },
      needs: ['BASIS'],
      approvers: ['热线平台'],
    },
  ],
  ...{ requesterReachable: true, replyNeedsContact: true, replyNeedsVisit: false },
  ...{ opinionsAwaited: [], visited: false, attempts: 0, withheld: false, planFirst: false },
  ...{ returnBy: '2026-11-28T19:00:00+08:00', returnLate: false, lateReturnAllowed: true },
  extensionFactor: 1,
};

describe('a form', () => {
  it('is not sent without what the rules demand of a return (LIF-05)', () => {
    const form = action('request-return', assignmentActions);
    const values = { ...blankValues(form), reason: '不属于本单位职责', basis: '  ' };
    expect(wrong(form, values)).toEqual(['basis', 'suggestion']);
  });

  it('asks for an answer to every question of a follow-up (RVS-12)', () => {
    const form = action('follow-up');
    expect(wrong(form, blankValues(form))).toEqual(['channel', 'satisfaction', 'solved']);
  });

  it('accepts a no as an answer', () => {
    const form = action('follow-up');
    const values = { channel: 'CALL', satisfaction: 'DISSATISFIED', solved: false, comment: '' };
    expect(wrong(form, values)).toEqual([]);
    expect(bodyOf(form, about(values))).toEqual({
      channel: 'CALL',
      satisfaction: 'DISSATISFIED',
      solved: false,
    });
  });

  it('dispatches to exactly one lead (DSP-02)', () => {
    const form = action('dispatch');
    const fault = (orders: DispatchOrder[]) => faults(form, about({ orders })).orders;
    expect(fault([])).toContain('至少');
    expect(fault([to('A', 'LEAD'), to('B', 'LEAD')])).toContain('2');
    expect(fault([to('A', 'CO')])).toContain('0');
    expect(fault([to('A', 'LEAD'), to('B', 'CO')])).toBeUndefined();
  });

  it('tells an emergency by telephone before it is dispatched (DSP-11)', () => {
    const form = action('dispatch');
    const urgent = { ticket: { urgency: 'URGENT' } as FormContext['ticket'] };
    const told = { ...to('A', 'LEAD'), phoned: ' 10:05 已通知值班室 ' };
    expect(wrong(form, { orders: [to('A', 'LEAD')] }, urgent)).toEqual(['orders']);
    expect(wrong(form, { orders: [told, to('B', 'CO')] }, urgent)).toEqual(['orders']);
    expect(wrong(form, { orders: [told] }, urgent)).toEqual([]);
    expect(bodyOf(form, about({ orders: [told] }, urgent))).toEqual({
      orders: [{ ...told, phoned: '10:05 已通知值班室' }],
    });
    expect(bodyOf(form, about({ orders: [told] }))).toEqual({ orders: [to('A', 'LEAD')] });
  });

  it('asks why when something is turned down, and only then', () => {
    const form = action('review');
    expect(wrong(form, { accept: false, opinion: ' ' })).toEqual(['opinion']);
    expect(wrong(form, { accept: true, opinion: '' })).toEqual([]);
    expect(bodyOf(form, about({ accept: true, opinion: '  ' }))).toEqual({ accept: true });
    expect(bodyOf(form, about({ accept: false, opinion: ' 避重就轻 ' }))).toEqual({
      accept: false,
      opinion: '避重就轻',
    });
  });

  it('extends by whole working days', () => {
    const form = action('request-extension', assignmentActions);
    const values = { reason: '需要外协检测', workingDays: 0, requesterInformed: true };
    expect(wrong(form, values)).toEqual(['workingDays']);
    expect(wrong(form, { ...values, workingDays: 5 })).toEqual([]);
  });

  it('reads the steps of a plan from lines that begin with a day (RVS-18)', () => {
    const form = action('plan', assignmentActions);
    const explanation = '须待停暖后施工';
    expect(wrong(form, { explanation, steps: '' })).toEqual(['steps']);
    expect(wrong(form, { explanation, steps: '下周 勘查' })).toEqual(['steps']);
    const values = { explanation, steps: ' 2026-12-01 现场勘查\n\n2026-12-20  施工 ' };
    expect(wrong(form, values)).toEqual([]);
    expect(bodyOf(form, about(values))).toEqual({
      explanation,
      steps: [
        { day: '2026-12-01', what: '现场勘查' },
        { day: '2026-12-20', what: '施工' },
      ],
    });
  });

  it('demands of a request what the policy demands of its kind (LIF-10, LIF-11)', () => {
    const onAccount = action('request.ON_ACCOUNT', assignmentActions);
    const values = { ...blankValues(onAccount), reason: '列入明年改造' };
    expect(wrong(onAccount, values)).toEqual([]);
    expect(wrong(onAccount, values, { workRules: rules })).toEqual(['until', 'requesterConsents']);
    const agreed = { ...values, until: '2027-03-01', requesterConsents: true };
    expect(bodyOf(onAccount, about(agreed, { workRules: rules }))).toEqual({
      kind: 'ON_ACCOUNT',
      reason: '列入明年改造',
      until: '2027-03-01',
      requesterConsents: true,
    });
    const exclusion = action('request.EXCLUSION', assignmentActions);
    expect(wrong(exclusion, { reason: '超出职权' }, { workRules: rules })).toEqual(['basis']);
  });

  it('tells what has to be done before, and who will have to agree', () => {
    const form = action('request.ON_ACCOUNT', assignmentActions);
    const context = about(blankValues(form), { workRules: rules });
    expect(form.first?.(context)).toContain('上门');
    expect(form.first?.({ ...context, workRules: { ...rules, visited: true } })).toBeUndefined();
    expect(resolve(form.intro, context)).toContain('单位分管领导、热线平台');
  });

  it('is not offered for a kind of request that the policy does not provide for', () => {
    const form = action('request.WRITTEN_REPLY', assignmentActions);
    expect(form.provided?.(about({}, { workRules: rules }))).toBe(false);
    expect(form.provided?.(about({}))).toBe(true);
  });

  it('asks for a check of secrecy once the node has found words that may be secret (SEC-04)', () => {
    const form = action('reply', assignmentActions);
    const values = { ...blankValues(form), content: '已办结' };
    const names = (refused: string[]) =>
      shownFields(form, about(values, { refused })).map((field) => field.name);
    expect(names([])).not.toContain('secrecyChecked');
    expect(names(['SECRECY_RULE'])).toContain('secrecyChecked');
    expect(wrong(form, values, { refused: ['SECRECY_RULE'] })).toEqual(['secrecyChecked']);
  });

  it('leaves the emergency number out unless the matter is one (ACC-12)', () => {
    const form = action('refuse');
    const values = { ...blankValues(form), guidance: '请拨打 110' };
    const of = (ground: string, emergencyNumber = '') =>
      wrong(form, { ...values, ground, emergencyNumber });
    expect(of('STATE_SECRET')).toEqual([]);
    expect(of('EMERGENCY_SERVICE')).toEqual(['emergencyNumber']);
    expect(of('EMERGENCY_SERVICE', '一一零')).toEqual(['emergencyNumber']);
    expect(of('EMERGENCY_SERVICE', '110')).toEqual([]);
  });
});

describe('a macro', () => {
  it('keeps words and choices, and fills them in again', () => {
    const form = action('review');
    const values = { accept: false, opinion: '请补充现场照片' };
    const macro = {
      id: 1,
      form: 'review',
      name: '补充',
      shared: false,
      filled: filledOf(form, values),
    };
    const filled: Values = { accept: true, opinion: '' };
    apply(form, macro, filled);
    expect(filled).toEqual(values);
  });

  it('keeps nothing that is of one ticket only', () => {
    const form = action('dispatch');
    expect(filledOf(form, { orders: [to('A', 'LEAD')] })).toEqual([]);
  });
});
