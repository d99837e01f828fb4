/** What an assignee may ask for. One way into the node, a form for each kind, since each needs something else. */
import {
  type Action,
  confirm,
  type Field,
  type FormContext,
  needs,
  requestRule,
  text,
  yesNo,
} from './fields';

const provided = (kind: string) => (context: FormContext) =>
  context.workRules === undefined || requestRule(context, kind) !== undefined;

/** Who will have to agree, and by which rule. */
const course = (kind: string, before: string) => (context: FormContext) => {
  const rule = requestRule(context, kind);
  if (!rule) return before;
  const signed = rule.approvers.length > 0 ? `依次由${rule.approvers.join('、')}批准。` : '';
  return `${before}${signed}`;
};

const informed = (kind: string): Field =>
  confirm('requesterInformed', '向诉求人说明', '已向诉求人说明情况', {
    required: needs(kind, 'INFORMED'),
    shown: needs(kind, 'INFORMED'),
  });

const consents = (kind: string): Field =>
  confirm('requesterConsents', '诉求人意见', '诉求人认可', {
    required: needs(kind, 'CONSENT'),
    shown: needs(kind, 'CONSENT'),
  });

const basis = (kind: string): Field =>
  text('basis', '依据', {
    required: needs(kind, 'BASIS'),
    placeholder: '法律法规、政策文件或者会议纪要',
    rows: 2,
  });

/** Records that have to be there before the form is sent. */
function records(kind: string) {
  return (context: FormContext): string | undefined => {
    const { workRules } = context;
    if (!workRules) return undefined;
    if (needs(kind, 'VISIT')(context) && !workRules.visited) {
      return '须先上门联系诉求人，并在“记录联系”中登记上门情况。';
    }
    const rule = requestRule(context, kind);
    const tried = workRules.withheld || workRules.attempts >= (rule?.attempts ?? 0);
    if (needs(kind, 'ATTEMPTS')(context) && !tried) {
      return `须先登记诉求人拒绝提供材料，或至少 ${rule?.attempts} 次未能联系上（已登记 ${workRules.attempts} 次）。`;
    }
    if (['EXTENSION', 'ON_ACCOUNT'].includes(kind) && workRules.planFirst) {
      return '须先制定办理计划，并向诉求人解释。';
    }
    return undefined;
  };
}

interface Kind {
  kind: string;
  label: string;
  intro: string;
  reason: string;
  fields?: Field[];
}

const request = ({ kind, label, intro, reason, fields = [] }: Kind): Action => ({
  name: 'request',
  key: `request.${kind}`,
  label: `申请${label}`,
  tone: '',
  rare: true,
  intro: course(kind, intro),
  first: records(kind),
  provided: provided(kind),
  fixed: { kind },
  fields: [text('reason', reason), ...fields, basis(kind), informed(kind), consents(kind)],
  done: `${label}申请已提交`,
});

export const requestActions: Action[] = [
  {
    name: 'request-extension',
    label: '申请延期',
    tone: '',
    intro: ({ workRules }) =>
      `须在办理时限内提出，说明客观原因，并向诉求人说明。${
        workRules ? `延长不超过原办理时限的 ${workRules.extensionFactor} 倍。` : ''
      }`,
    first: records('EXTENSION'),
    provided: provided('EXTENSION'),
    fields: [
      text('reason', '延期理由'),
      {
        ...{ kind: 'days', name: 'workingDays', label: '延长', unit: '个工作日' },
        ...{ required: true, min: 1, max: 366 },
      },
      yesNo('requesterInformed', '是否已向诉求人说明', '已说明', '未说明', true),
    ],
    done: '延期申请已提交',
  },
  request({
    kind: 'ON_ACCOUNT',
    label: '挂账',
    intro: '须分阶段、较长时间才能解决的，与诉求人约定办结时间后挂账办理。',
    reason: '挂账理由',
    fields: [
      {
        ...{ kind: 'date', name: 'until', label: '约定的办结日期' },
        required: needs('ON_ACCOUNT', 'END_DATE'),
      },
    ],
  }),
  request({
    kind: 'EXCLUSION',
    label: '剔除',
    intro: '无法律政策依据、超出职权等不计入考核的，申请从考核中剔除。',
    reason: '剔除理由',
  }),
  request({
    kind: 'STOP_HANDLING',
    label: '停止办理',
    intro: '诉求人拒不提供必要材料，或者多次无法联系的，停止办理。',
    reason: '停止办理的理由',
  }),
  request({
    kind: 'WRITTEN_REPLY',
    label: '书面答复',
    intro: '诉求人要求书面答复的，按规定出具。',
    reason: '书面答复的事由',
  }),
  request({
    kind: 'CO_HANDLING',
    label: '增加协办',
    intro: '办理中发现需要其他单位参与的，由首接单位牵头，申请增加协办。',
    reason: '需要哪些单位、办什么',
  }),
];
