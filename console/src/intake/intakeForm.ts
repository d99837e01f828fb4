import type { IntakeRules } from '@/api/intake';
import type { Intake, IntakeDecision } from '@/api/types';
import { newKey } from '@/lib/submissionKey';

/** A choice, or nothing as long as none is made. */
type Chosen<Value> = NonNullable<Value> | '';

/** The intake form as it is typed; every element that INT-09 asks to be recorded has its place. */
export interface IntakeForm {
  /** Under which it is sent, so that it becomes one ticket however often it is sent. */
  key: string;
  channel: Intake['channel'];
  category: Chosen<Intake['category']>;
  urgency: Chosen<Intake['urgency']>;
  enterprise: boolean;
  matter: string;
  title: string;
  content: string;
  region: string;
  place: string;
  occurredAt: string;
  name: string;
  phone: string;
  address: string;
  anonymous: boolean;
  decision: 'ACCEPT' | 'DISPATCH' | 'REFUSE' | 'ANSWER' | 'LATER';
  /** To whom it is dispatched at once, as `UNIT:code`; whom place and catalogue tell when empty. */
  assignee: string;
  /** What is new against a ticket about the same that was concluded (ACC-07). */
  newFacts: string;
  ground: Chosen<IntakeDecision['ground']>;
  guidance: string;
  withheld: Chosen<IntakeDecision['withheld']>;
  earlier: string;
  emergencyNumber: string;
  answer: string;
  /** The unit that was asked on the telephone for the answer (INT-15). */
  contactedUnit: string;
}

export function blankIntake(): IntakeForm {
  return {
    key: newKey(),
    channel: 'PHONE',
    category: '',
    urgency: 'GENERAL',
    enterprise: false,
    matter: '',
    title: '',
    content: '',
    region: '',
    place: '',
    occurredAt: '',
    name: '',
    phone: '',
    address: '',
    anonymous: false,
    decision: 'ACCEPT',
    assignee: '',
    newFacts: '',
    ground: '',
    guidance: '',
    withheld: '',
    earlier: '',
    emergencyNumber: '',
    answer: '',
    contactedUnit: '',
  };
}

/** The fact that a ground of refusal rests on, if it rests on one. */
const byGround: Record<string, [keyof IntakeForm, string]> = {
  EMERGENCY_SERVICE: ['emergencyNumber', '请填写已转接的紧急热线号码'],
  INFORMATION_WITHHELD: ['withheld', '请选择属于哪一种情形'],
  ALREADY_CONCLUDED: ['earlier', '请填写此前办结的工单编号或文书'],
};

export type Faults = Partial<Record<keyof IntakeForm, string>>;

const always: [keyof IntakeForm, string][] = [
  ['channel', '请选择来源渠道'],
  ['category', '请选择诉求类别'],
  ['title', '请填写标题'],
  ['content', '请填写诉求内容'],
  ['region', '请选择所属区域'],
];

const byDecision: Record<IntakeForm['decision'], [keyof IntakeForm, string][]> = {
  ACCEPT: [],
  DISPATCH: [],
  LATER: [],
  REFUSE: [
    ['ground', '请选择不予受理情形'],
    ['guidance', '请填写解释引导：告知反映渠道或者提供解决建议'],
  ],
  ANSWER: [['answer', '请填写答复内容']],
};

/** What the node's rules demand of an appeal that is accepted, besides what is always asked for (INT-09). */
const byElement: Partial<Record<IntakeRules['required'][number], [keyof IntakeForm, string]>> = {
  OCCURRED_AT: ['occurredAt', '本热线要求登记发生时间'],
  MATTER: ['matter', '本热线要求登记事项'],
};

/** The fields that have to be filled in, whatever is decided. */
export function demanded(rules: IntakeRules | undefined): (keyof IntakeForm)[] {
  const byRules = rules?.required.flatMap((element) => byElement[element]?.[0] ?? []) ?? [];
  return [...always.map(([field]) => field), ...byRules];
}

export function intakeFaults(form: IntakeForm, rules?: IntakeRules): Faults {
  const found: Faults = {};
  const accepted = form.decision !== 'REFUSE' && form.decision !== 'LATER';
  const byRules = accepted
    ? (rules?.required ?? []).flatMap((element) => (byElement[element] ? [byElement[element]] : []))
    : [];
  const fact = form.decision === 'REFUSE' ? byGround[form.ground] : undefined;
  for (const [field, message] of [
    ...always,
    ...byRules,
    ...byDecision[form.decision],
    ...(fact ? [fact] : []),
  ]) {
    if (!String(form[field]).trim()) found[field] = message;
  }
  if (form.decision === 'ANSWER' && form.category && rules) {
    if (!rules.immediateClosure.includes(form.category)) {
      found.category = '该类诉求应转承办单位办理，不能即时答复';
    }
  }
  if (!form.anonymous && !form.phone.trim()) found.phone = '请填写联系电话，或者勾选匿名';
  else if (form.phone.trim() && !/^\+?[\d-]{5,20}$/.test(form.phone.trim())) {
    found.phone = '电话应为 5 至 20 位数字，可带区号横线';
  }
  return found;
}

const filled = (text: string): string | undefined => text.trim() || undefined;

function assigneeOf(chosen: string): IntakeDecision['assignee'] {
  const [kind, code] = chosen.split(':');
  return code ? { kind: kind === 'NODE' ? 'NODE' : 'UNIT', code } : undefined;
}

function decisionOf(form: IntakeForm): IntakeDecision | undefined {
  switch (form.decision) {
    case 'ACCEPT':
      return { kind: 'ACCEPT', newFacts: filled(form.newFacts) };
    case 'DISPATCH':
      return {
        kind: 'DISPATCH',
        newFacts: filled(form.newFacts),
        assignee: assigneeOf(form.assignee),
      };
    case 'REFUSE':
      return {
        kind: 'REFUSE',
        ground: form.ground || undefined,
        guidance: form.guidance.trim(),
        withheld: form.withheld || undefined,
        earlier: filled(form.earlier),
        emergencyNumber: filled(form.emergencyNumber),
      };
    case 'ANSWER':
      return {
        kind: 'ANSWER',
        answer: form.answer.trim(),
        contactedUnit: filled(form.contactedUnit),
      };
    case 'LATER':
      return undefined;
  }
}

export function intakeOf(form: IntakeForm, callId?: string): Intake {
  return {
    channel: form.channel,
    category: form.category || undefined,
    urgency: form.urgency || undefined,
    enterprise: form.enterprise,
    matter: filled(form.matter),
    title: form.title.trim(),
    content: form.content.trim(),
    region: filled(form.region),
    callId,
    place: filled(form.place),
    // The picker gives local time of the network without an offset.
    occurredAt: form.occurredAt ? `${form.occurredAt}+08:00` : undefined,
    requester: {
      name: filled(form.name),
      phone: filled(form.phone),
      address: filled(form.address),
      anonymous: form.anonymous,
    },
    decision: decisionOf(form),
  };
}

/** The same as far as it has been typed, for a look at what is known of it; nothing when that says too little. */
export function askable(form: IntakeForm): Intake | undefined {
  const content = form.content.trim() || form.title.trim();
  if (content.length < 4) return undefined;
  return {
    ...intakeOf(form),
    title: form.title.trim() || content.slice(0, 30),
    content,
    decision: undefined,
  };
}
