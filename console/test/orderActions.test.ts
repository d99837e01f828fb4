import { describe, expect, it } from 'vitest';
import type { RequestView } from '@/api/handling';
import type { Order, Reply, ReturnRequest } from '@/api/types';
import { type Action, ticketActions } from '@/forms/actions';
import { actionKeys } from '@/ticket/actionKeys';
import { type Holder, orderActions, ownActions } from '@/ticket/orderActions';
import { anOrder } from './examples';

const at = '2026-11-21T19:00:00+08:00';
const holder: Holder = {
  of: 'ticket',
  id: '621000-20261121-000042',
  version: 7,
  allowed: ['dispatch', 'review', 'decide-return', 'decide-extension', 'redo', 'remind'],
};
const placed = anOrder({
  assignee: { kind: 'NODE', code: '621002', name: '西峰区' },
  state: 'SIGNED',
  delivery: 'DELIVERED',
});
const by = '李敏';
const reply: Reply = {
  content: '已修复',
  at,
  by,
  resolved: true,
  contactedRequester: true,
  round: 1,
};
const names = (order: Order) => orderActions(holder, order).map(({ action }) => action.name);

describe('the actions of an order', () => {
  it('are to press for it as long as it is open', () => {
    expect(names(placed)).toEqual(['remind']);
  });

  it('are a review once there is an unreviewed answer', () => {
    expect(names({ ...placed, state: 'ANSWERED', reply })).toEqual(['review', 'remind']);
  });

  it('are to send back what was accepted, when the requester is not satisfied', () => {
    const accepted: Order = {
      ...placed,
      state: 'ACCEPTED',
      reply: { ...reply, review: { accepted: true, at, by } },
    };
    expect(names(accepted)).toEqual(['redo']);
  });

  it('are decisions only while a request waits for one', () => {
    const returnRequest: ReturnRequest = {
      reason: '不属职责',
      basis: '清单',
      suggestion: '区住建局',
      requestedAt: at,
      late: false,
    };
    expect(names({ ...placed, state: 'RETURN_REQUESTED', returnRequest })).toContain(
      'decide-return',
    );
    const decided = { ...returnRequest, decision: { approved: false, at, by } };
    expect(names({ ...placed, returnRequest: decided })).not.toContain('decide-return');
    const request: RequestView = {
      ...{ number: 2, kind: 'EXTENSION', kindLabel: '延期', round: 1, reason: '待检测' },
      ...{ workingDays: 5, requesterInformed: true, requesterConsents: false },
      ...{ requestedAt: at, by, awaitsHolder: true, signatures: [] },
    };
    const asked = { ...placed, requests: [request] };
    expect(names(asked)).toContain('decide-extension');
    expect(orderActions(holder, asked)[0]?.target.request?.number).toBe(2);
    const granted = { ...request, decision: { approved: true, at, by } };
    expect(names({ ...placed, requests: [granted] })).not.toContain('decide-extension');
  });

  it('are never more than the holder may do', () => {
    expect(orderActions({ ...holder, allowed: [] }, placed)).toEqual([]);
  });

  it('are apart from those of the ticket as a whole', () => {
    expect(ownActions('ticket', holder.allowed).map((action) => action.name)).toEqual(['dispatch']);
  });
});

describe('the keys of actions', () => {
  const named = (name: string): Action => {
    const found = ticketActions.find((each) => each.name === name);
    if (!found) throw new Error(name);
    return found;
  };
  const run = () => undefined;

  it('are the same letter wherever, for the first of several', () => {
    const keys = actionKeys([
      { action: named('remind'), label: '催办 · 市住建局', run },
      { action: named('remind'), label: '催办 · 市城管局', run },
      { action: named('supervise'), run },
    ]);
    expect(keys.map((each) => [each.keys, each.label])).toEqual([
      ['U', '催办 · 市住建局'],
      ['P', '督办'],
    ]);
  });

  it('are none that a desk needs for itself, and none twice', () => {
    const all = actionKeys(ticketActions.map((action) => ({ action, run })));
    const letters = all.map((each) => each.keys);
    expect(
      letters.filter((letter) => ['I', 'J', 'K', 'N', 'X', '/', '?'].includes(letter)),
    ).toEqual([]);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
