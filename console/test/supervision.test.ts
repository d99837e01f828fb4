import { describe, expect, it } from 'vitest';
import type { Supervision } from '@/api/oversight';
import type { User } from '@/api/types';
import { supervisionActions } from '@/supervision/actions';

const at = '2026-11-21T19:00:00+08:00';
const node = { code: '621000', name: '庆阳市', tier: 'CITY' as const };
const one = (own: Partial<Supervision> = {}): Supervision => ({
  ...{ id: '621000/manual/1', version: 1, owner: { code: '621000', name: '庆阳市' } },
  ...{ target: { code: 'CGJ', name: '市城管局' }, tool: 'NOTICE', trigger: 'MANUAL' },
  ...{ demand: '请办结', jointBodies: [], issuedAt: at, by: 'duban', overdue: false },
  due: { at, rule: 'SUP-01', provisional: false },
  ...{ state: 'ISSUED', explanations: [], sessions: [], accountabilities: [] },
  ...own,
});
const user = (own: Partial<User> = {}): User => ({
  ...{ username: 'x', displayName: 'x', roles: [], regions: [], categories: [], node },
  ...own,
});
const supervisor = { user: user(), supervises: true, hasParent: true };
const unit = {
  user: user({ unit: { code: 'CGJ', name: '市城管局' } }),
  supervises: false,
  hasParent: true,
};
const names = (each: Supervision, asker: typeof supervisor) =>
  supervisionActions(each, asker).map(({ name }) => name);

describe('what may be done with a supervision', () => {
  it('is to explain, for the unit that is asked, as long as that is owed', () => {
    expect(names(one(), unit)).toEqual(['explain']);
    expect(names(one({ state: 'EXPLAINED' }), unit)).toEqual([]);
    expect(names(one({ target: { code: 'ZJJ', name: '市住建局' } }), unit)).toEqual([]);
  });

  it('is to judge once there is an explanation, and to close once that is accepted', () => {
    expect(names(one(), supervisor)).not.toContain('judge');
    expect(names(one({ state: 'EXPLAINED' }), supervisor)).toContain('judge');
    expect(names(one({ state: 'EXPLAINED' }), supervisor)).not.toContain('close');
    expect(names(one({ state: 'ACCEPTED' }), supervisor)).toContain('close');
  });

  it('is not to close an interview that has not been held', () => {
    const interview = one({ tool: 'INTERVIEW', state: 'ACCEPTED' });
    expect(names(interview, supervisor)).toContain('session');
    expect(names(interview, supervisor)).not.toContain('close');
    const session = { at, by: 'duban', participants: '市城管局', conclusion: '限期整改' };
    expect(names({ ...interview, sessions: [session] }, supervisor)).toContain('close');
  });

  it('is nothing once it is over, and nothing with what another node issued', () => {
    expect(names(one({ state: 'CLOSED' }), supervisor)).toEqual([]);
    expect(names(one({ owner: { code: '621002', name: '西峰区' } }), supervisor)).toEqual([]);
  });

  it('is to explain, for the node that the node above asks', () => {
    const fromAbove = one({
      owner: { code: '620000', name: '甘肃省' },
      target: { code: '621000', name: '庆阳市' },
    });
    expect(names(fromAbove, supervisor)).toEqual(['explain']);
  });
});
