import { computed } from 'vue';
import type { Call, Caller, CallBack } from '@/api/intake';
import type { Ticket } from '@/api/types';
import { useDraft } from '@/lib/drafts';
import { blankIntake, type IntakeForm } from './intakeForm';

/** What has become of an appeal: enough to tell the caller and to go on with it. */
export interface Done extends Pick<Ticket, 'id' | 'title' | 'state' | 'queryCode'> {
  guidance?: string;
  /** Added to a ticket that was open instead of a new one. */
  added?: boolean;
}

/** One appeal in work, with what has been typed. */
export interface IntakeTab {
  key: string;
  form: IntakeForm;
  /** The call that it is noted down in. */
  call?: string;
  /** The call-back that it is noted down for. */
  callBack?: string;
  /** What the tab is called as long as it has no title. */
  label?: string;
  done?: Done;
}

interface Desk {
  tabs: IntakeTab[];
  active: string;
  /** Calls that have had their tab, so that a closed one does not come back. */
  popped: string[];
  next: number;
}

const blankTab = (number: number): IntakeTab => ({ key: `t${number}`, form: blankIntake() });

const blankDesk = (): Desk => ({ tabs: [blankTab(1)], active: 't1', popped: [], next: 2 });

const typedFields = [
  'title',
  'content',
  'place',
  'answer',
  'guidance',
  'matter',
  'region',
] as const;

/** Whether something would be lost with the tab. */
export function isTyped({ form, call, callBack, done }: IntakeTab): boolean {
  if (done) return false;
  const ofRequester = call || callBack ? [] : (['name', 'phone', 'address'] as const);
  return [...typedFields, ...ofRequester].some((field) => form[field].trim() !== '');
}

/** Fills in who calls, where nothing else has been typed. */
export function prefill(
  form: IntakeForm,
  caller: Pick<Caller, 'phone' | 'name' | 'address'>,
): void {
  for (const field of ['phone', 'name', 'address'] as const) {
    if (!form[field].trim()) form[field] = caller[field] ?? '';
  }
}

/** The tabs of a call-taker's desk; they survive a reload of the page. */
export function useIntakeDesk() {
  const { values: desk, restored } = useDraft<Desk>('intake-desk', blankDesk);
  // A draft of an earlier version of the program lacks what forms have got since.
  for (const tab of desk.tabs) tab.form = { ...blankIntake(), ...tab.form };
  const resumed = restored && desk.tabs.some(isTyped);

  const active = computed<IntakeTab>(() => {
    const tab = desk.tabs.find(({ key }) => key === desk.active) ?? desk.tabs[0];
    if (!tab) throw new Error('a desk has at least one tab');
    return tab;
  });

  function add(with_: Partial<IntakeTab>, toFront = true): void {
    const tab = { ...blankTab(desk.next), ...with_ };
    desk.next += 1;
    desk.tabs.push(tab);
    if (toFront) desk.active = tab.key;
  }

  /** The tab in view, if nothing has happened in it yet; otherwise a new one. */
  function fresh(with_: Partial<IntakeTab>, toFront = true): void {
    const now = desk.tabs.find(({ key }) => key === desk.active);
    if (now && !now.call && !now.callBack && !now.done && !isTyped(now)) Object.assign(now, with_);
    else add(with_, toFront);
  }

  const takeUp = (call: Call, toFront?: boolean) => {
    fresh({ call: call.id, label: `来电 ${call.caller ?? '未知号码'}` }, toFront);
    desk.popped = [...desk.popped.slice(-50), call.id];
  };

  /** Brings a call's tab to the front, which is made if need be. */
  function open(call: Call): void {
    const known = desk.tabs.find((tab) => tab.call === call.id);
    if (known) desk.active = known.key;
    else takeUp(call);
  }

  /**
   * Gives a call that has come in its tab, behind the one in view when that must not be disturbed. One that has had its tab
   * closed does not come back by itself. Tells whether the call is waiting behind since now.
   */
  function pop(call: Call, toFront = true): boolean {
    if (desk.popped.includes(call.id) || desk.tabs.some((tab) => tab.call === call.id))
      return false;
    takeUp(call, toFront);
    return active.value.call !== call.id;
  }

  function openCallBack(taken: CallBack): void {
    fresh({ callBack: taken.id, label: `回拨 ${(taken.caller ?? '').slice(-4)}` });
    prefill(active.value.form, { phone: taken.caller });
  }

  function close(key: string): void {
    const at = desk.tabs.findIndex((tab) => tab.key === key);
    if (at < 0) return;
    desk.tabs.splice(at, 1);
    if (desk.tabs.length === 0) add({});
    if (desk.active === key) desk.active = desk.tabs[Math.max(0, at - 1)]?.key ?? '';
  }

  return {
    desk,
    active,
    resumed,
    blank: () => void add({}),
    show: (key: string) => (desk.active = key),
    open,
    pop,
    openCallBack,
    close,
  };
}
