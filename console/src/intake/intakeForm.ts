import type { Intake, IntakeDecision } from '@/api/types';

/** A choice, or nothing as long as none is made. */
type Chosen<Value> = NonNullable<Value> | '';

/** The intake form as it is typed; every element that INT-09 asks to be recorded has its place. */
export interface IntakeForm {
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
  decision: 'ACCEPT' | 'REFUSE' | 'ANSWER' | 'LATER';
  ground: Chosen<IntakeDecision['ground']>;
  guidance: string;
  withheld: Chosen<IntakeDecision['withheld']>;
  earlier: string;
  emergencyNumber: string;
  answer: string;
}

export function blankIntake(): IntakeForm {
  return {
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
    ground: '',
    guidance: '',
    withheld: '',
    earlier: '',
    emergencyNumber: '',
    answer: '',
  };
}

/** The fact that a ground of refusal rests on, if it rests on one. */
const byGround: Record<string, [keyof IntakeForm, string]> = {
  EMERGENCY_SERVICE: ['emergencyNumber', '请填写已转接的紧急热线号码'],
  INFORMATION_WITHHELD: ['withheld', '请选择属于哪一种情形'],
  ALREADY_CONCLUDED: ['earlier', '请填写此前办结的工单编号或文书'],
};

type Faults = Partial<Record<keyof IntakeForm, string>>;

const always: [keyof IntakeForm, string][] = [
  ['channel', '请选择来源渠道'],
  ['category', '请选择诉求类别'],
  ['title', '请填写标题'],
  ['content', '请填写诉求内容'],
  ['region', '请选择所属区域'],
];

const byDecision: Record<IntakeForm['decision'], [keyof IntakeForm, string][]> = {
  ACCEPT: [],
  LATER: [],
  REFUSE: [
    ['ground', '请选择不予受理情形'],
    ['guidance', '请填写解释引导：告知反映渠道或者提供解决建议'],
  ],
  ANSWER: [['answer', '请填写答复内容']],
};

export function intakeFaults(form: IntakeForm): Faults {
  const found: Faults = {};
  const fact = form.decision === 'REFUSE' ? byGround[form.ground] : undefined;
  for (const [field, message] of [
    ...always,
    ...byDecision[form.decision],
    ...(fact ? [fact] : []),
  ]) {
    if (!String(form[field]).trim()) found[field] = message;
  }
  if (!form.anonymous && !form.phone.trim()) found.phone = '请填写联系电话，或者勾选匿名';
  else if (form.phone.trim() && !/^\+?[\d-]{5,20}$/.test(form.phone.trim())) {
    found.phone = '电话应为 5 至 20 位数字，可带区号横线';
  }
  return found;
}

const filled = (text: string): string | undefined => text.trim() || undefined;

function decisionOf(form: IntakeForm): IntakeDecision | undefined {
  switch (form.decision) {
    case 'ACCEPT':
      return { kind: 'ACCEPT' };
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
      return { kind: 'ANSWER', answer: form.answer.trim() };
    case 'LATER':
      return undefined;
  }
}

export function intakeOf(form: IntakeForm): Intake {
  return {
    channel: form.channel,
    category: form.category || undefined,
    urgency: form.urgency || undefined,
    enterprise: form.enterprise,
    matter: filled(form.matter),
    title: form.title.trim(),
    content: form.content.trim(),
    region: form.region,
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
