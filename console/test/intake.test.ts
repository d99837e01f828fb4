import { describe, expect, it } from 'vitest';
import type { IntakeRules } from '@/api/intake';
import {
  askable,
  blankIntake,
  demanded,
  intakeFaults,
  type IntakeForm,
  intakeOf,
} from '@/intake/intakeForm';

const typed: IntakeForm = {
  ...blankIntake(),
  category: 'HELP',
  title: ' 暖气不热 ',
  content: '室温不到16度',
  region: '621002',
  phone: '19900001234',
};

describe('intake', () => {
  it('asks for contact, category, content and place of the appeal (INT-09)', () => {
    expect(Object.keys(intakeFaults(blankIntake())).sort()).toEqual(
      ['category', 'content', 'phone', 'region', 'title'].sort(),
    );
    expect(intakeFaults(typed)).toEqual({});
  });

  it('takes an anonymous appeal without a telephone number', () => {
    expect(intakeFaults({ ...typed, phone: '', anonymous: true })).toEqual({});
  });

  it('refuses only with a ground and guidance (ACC-12)', () => {
    const found = intakeFaults({ ...typed, decision: 'REFUSE' });
    expect(Object.keys(found)).toEqual(['ground', 'guidance']);
  });

  it('says when a telephone number is none', () => {
    expect(intakeFaults({ ...typed, phone: '电话在登记簿' }).phone).toContain('数字');
  });

  it('sends the moment of the event with the offset of the network', () => {
    const sent = intakeOf({ ...typed, occurredAt: '2026-11-21T08:30:00' });
    expect(sent.occurredAt).toBe('2026-11-21T08:30:00+08:00');
    expect(sent.title).toBe('暖气不热');
    expect(sent.decision).toEqual({ kind: 'ACCEPT' });
  });

  it('leaves the decision open when it is put off', () => {
    expect(intakeOf({ ...typed, decision: 'LATER' }).decision).toBeUndefined();
  });

  const rules: IntakeRules = {
    required: ['CONTACT', 'MATTER', 'OCCURRED_AT'],
    categories: ['CONSULTATION', 'COMPLAINT'],
    grounds: [],
    withheldCases: [],
    emergencyNumbers: ['110'],
    immediateClosure: ['CONSULTATION'],
    unreasonableGetsVisit: false,
  };

  it('asks for what the rules of the node demand, unless it is not accepted', () => {
    expect(demanded(rules)).toContain('matter');
    expect(Object.keys(intakeFaults(typed, rules)).sort()).toEqual(['matter', 'occurredAt']);
    const refused: IntakeForm = {
      ...typed,
      decision: 'REFUSE',
      ground: 'VAGUE',
      guidance: '请补充',
    };
    expect(intakeFaults(refused, rules)).toEqual({});
  });

  it('answers at once only what the rules allow (INT-15)', () => {
    const answered: IntakeForm = { ...typed, decision: 'ANSWER', answer: '已告知' };
    const known = { ...answered, matter: 'CJ0101', occurredAt: '2026-11-21T08:30:00' };
    expect(intakeFaults({ ...known, category: 'COMPLAINT' }, rules).category).toContain('转承办');
    expect(intakeFaults({ ...known, category: 'CONSULTATION' }, rules)).toEqual({});
  });

  it('can be looked at before it has a title, but not before it says anything', () => {
    expect(askable({ ...blankIntake(), content: '停水' })).toBeUndefined();
    const asked = askable({ ...blankIntake(), content: '南大街停水三天' });
    expect(asked).toMatchObject({ title: '南大街停水三天', decision: undefined });
  });

  it('is tied to its call, and dispatched at once when that is decided', () => {
    const sent = intakeOf({ ...typed, decision: 'DISPATCH' }, '621000:c1');
    expect(sent.callId).toBe('621000:c1');
    expect(sent.decision).toEqual({ kind: 'DISPATCH' });
    const chosen = intakeOf({ ...typed, decision: 'DISPATCH', assignee: 'UNIT:JTJ' });
    expect(chosen.decision?.assignee).toEqual({ kind: 'UNIT', code: 'JTJ' });
  });
});
