import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@/api/intake';
import { isTyped, prefill, useIntakeDesk } from '@/intake/desk';
import { blankIntake } from '@/intake/intakeForm';

const call = (id: string): Call => ({
  ...{ id, owner: { code: '621000', name: '庆阳市' }, direction: 'INBOUND', line: '12345' },
  ...{ caller: '138****1111', startedAt: '2026-11-22T09:00:00+08:00', handling: 'OPEN' },
  ...{ handlingLabel: '通话中', legs: [], recorded: false, version: 1 },
});

describe('the tabs of the intake desk', () => {
  beforeEach(() => sessionStorage.clear());

  it('begin with a call in the blank tab, and with a tab of its own for the next', () => {
    const desk = useIntakeDesk();
    desk.pop(call('c1'));
    expect(desk.desk.tabs).toHaveLength(1);
    expect(desk.active.value).toMatchObject({ call: 'c1', label: '来电 138****1111' });
    desk.pop(call('c2'));
    expect(desk.desk.tabs.map((tab) => tab.call)).toEqual(['c1', 'c2']);
    expect(desk.active.value.call).toBe('c2');
  });

  it('let a call wait behind what must not be disturbed', () => {
    const desk = useIntakeDesk();
    desk.pop(call('c1'));
    expect(desk.pop(call('c2'), false)).toBe(true);
    expect(desk.active.value.call).toBe('c1');
    expect(desk.pop(call('c2'))).toBe(false);
    expect(desk.active.value.call, 'it was not closed, so it stays where it is').toBe('c1');
    desk.open(call('c2'));
    expect(desk.active.value.call).toBe('c2');
  });

  it('keep what has been typed in each of them over a reload', () => {
    const before = useIntakeDesk();
    before.open(call('c1'));
    before.active.value.form.content = '三楼停水';
    before.blank();
    before.active.value.form.content = '路灯不亮';
    const after = useIntakeDesk();
    expect(after.resumed).toBe(true);
    expect(after.desk.tabs.map((tab) => tab.form.content)).toEqual(['三楼停水', '路灯不亮']);
    expect(after.active.value.form.content).toBe('路灯不亮');
  });

  it('keep the key under which an appeal is sent, each its own', () => {
    const before = useIntakeDesk();
    before.active.value.form.content = '三楼停水';
    before.blank();
    const keys = before.desk.tabs.map((tab) => tab.form.key);
    expect(new Set(keys).size).toBe(2);
    expect(useIntakeDesk().desk.tabs.map((tab) => tab.form.key)).toEqual(keys);
  });

  it('do not bring a call back whose tab was closed, unless asked for', () => {
    const desk = useIntakeDesk();
    desk.open(call('c1'));
    desk.close(desk.active.value.key);
    desk.pop(call('c1'));
    expect(desk.active.value.call).toBeUndefined();
    desk.open(call('c1'));
    expect(desk.active.value.call).toBe('c1');
  });

  it('never run out: closing the last one leaves a blank one', () => {
    const desk = useIntakeDesk();
    desk.close(desk.active.value.key);
    expect(desk.desk.tabs).toHaveLength(1);
    expect(isTyped(desk.active.value)).toBe(false);
  });

  it('count as typed by what a person has typed, not by what the call filled in', () => {
    const form = blankIntake();
    form.address = '西峰区';
    prefill(form, { phone: '13800001111', name: '王先生', address: '庆城县' });
    expect(form).toMatchObject({ phone: '13800001111', name: '王先生', address: '西峰区' });
    expect(isTyped({ key: 't1', form, call: 'c1' })).toBe(false);
    expect(isTyped({ key: 't1', form })).toBe(true);
  });
});
