import { describe, expect, it } from 'vitest';
import { blankIntake, intakeFaults, type IntakeForm, intakeOf } from '@/intake/intakeForm';

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
});
