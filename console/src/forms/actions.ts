/** What a person can do to a ticket or an assignment: its name in the interface, its words, and its form. */

interface FieldBase {
  name: string;
  label: string;
  hint?: string;
}

export type Field = FieldBase &
  (
    | { kind: 'text'; required: boolean; placeholder?: string; rows?: number }
    | { kind: 'choice'; choices: string; except?: string; required: boolean }
    | { kind: 'yesNo'; yes: string; no: string; initial?: boolean }
    | { kind: 'days'; min: number; max: number }
    /** One a line: a day and what is to be reached by then. */
    | { kind: 'steps' }
    | { kind: 'orders' }
  );

export type ActionTone = 'primary' | 'success' | 'warning' | 'danger' | '';

export interface Action {
  name: string;
  label: string;
  tone: ActionTone;
  /** Told above the form: what will happen, or what the rules demand. */
  intro?: string;
  fields: Field[];
  done: string;
  /** Done to one order or answer, which the request names. */
  onOrder?: boolean;
}

const text = (
  name: string,
  label: string,
  options: { required?: boolean; placeholder?: string; rows?: number; hint?: string } = {},
): Field => ({ kind: 'text', required: true, name, label, ...options });

const yesNo = (name: string, label: string, yes: string, no: string, initial?: boolean): Field => ({
  kind: 'yesNo',
  name,
  label,
  yes,
  no,
  initial,
});

const opinion = text('opinion', '意见', { required: false, placeholder: '不同意时请写明原因' });

const dispatch: Action = {
  name: 'dispatch',
  label: '派单',
  tone: 'primary',
  intro: '涉及两个以上单位的，按“职能就近”确定一个主办，其余为协办。',
  fields: [{ kind: 'orders', name: 'orders', label: '承办单位' }],
  done: '已派单',
};

const escalate: Action = {
  name: 'escalate',
  label: '上报',
  tone: '',
  intro: '报请上级热线办理，上级答复后由本级继续审核、回访。',
  fields: [text('reason', '上报理由')],
  done: '已上报',
};

const holder: Action[] = [
  {
    name: 'review',
    label: '审核答复',
    tone: 'primary',
    onOrder: true,
    fields: [yesNo('accept', '审核结论', '认可', '退回重新答复', true), opinion],
    done: '已审核',
  },
  {
    name: 'decide-return',
    label: '审核退单',
    tone: 'warning',
    onOrder: true,
    intro: '属于承办单位职责范围内的，或者未说明理由及依据的，不予通过。',
    fields: [yesNo('approve', '审核结论', '同意退单', '不同意'), opinion],
    done: '退单申请已审核',
  },
  {
    name: 'decide-extension',
    label: '审核延期',
    tone: 'warning',
    onOrder: true,
    intro: '延长时限原则上不得超过原办理时限的 1 倍。',
    fields: [yesNo('approve', '审核结论', '同意延期', '不同意'), opinion],
    done: '延期申请已审核',
  },
  {
    name: 'redo',
    label: '发回重办',
    tone: 'danger',
    onOrder: true,
    intro: '因未履职尽责、答复失实或避重就轻造成不满意的合理诉求，发回承办单位重新办理。',
    fields: [
      { kind: 'choice', name: 'ground', label: '重办情形', choices: 'redoGround', required: true },
      text('reason', '重办原因'),
    ],
    done: '已发回重办',
  },
];

const pressing: Action[] = [
  {
    name: 'remind',
    label: '催办',
    tone: '',
    onOrder: true,
    fields: [text('text', '催办内容')],
    done: '已催办',
  },
  {
    name: 'supervise',
    label: '督办',
    tone: 'warning',
    onOrder: true,
    fields: [text('text', '督办要求')],
    done: '已发出督办',
  },
];

export const ticketActions: Action[] = [
  {
    name: 'accept',
    label: '受理',
    tone: 'primary',
    intro: '受理后开始计算办理时限。',
    fields: [],
    done: '已受理',
  },
  dispatch,
  {
    name: 'answer',
    label: '即时答复',
    tone: 'success',
    intro: '简单咨询、求助直接答复办结，不再派单。',
    fields: [text('answer', '答复内容', { rows: 6 })],
    done: '已答复办结',
  },
  {
    name: 'refuse',
    label: '不予受理',
    tone: '',
    intro: '须向诉求人说明理由，并告知反映渠道或者提供解决建议。',
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        label: '不予受理情形',
        choices: 'refusalGround',
        required: true,
      },
      text('guidance', '解释引导', { placeholder: '建议诉求人向哪里反映、如何解决' }),
      text('emergencyNumber', '已转接的紧急热线', {
        required: false,
        placeholder: '属紧急热线受理范围的须填写，如 110',
      }),
      {
        kind: 'choice',
        name: 'withheld',
        label: '拒绝提供信息的情形',
        choices: 'withheldCase',
        required: false,
      },
      text('earlier', '此前办结的工单或文书', {
        required: false,
        placeholder: '已办结又重复提出的须填写',
      }),
    ],
    done: '已登记为不予受理',
  },
  {
    name: 'transfer-emergency',
    label: '转接紧急热线',
    tone: 'danger',
    intro: '紧急求助应立即转接，并登记转接的号码和是否接通；工单继续办理。',
    fields: [
      text('number', '紧急热线号码', { placeholder: '如 119' }),
      yesNo('connected', '是否接通', '已接通', '未接通', true),
      text('note', '情况', { required: false }),
    ],
    done: '已登记转接',
  },
  escalate,
  ...holder,
  {
    name: 'follow-up',
    label: '登记回访',
    tone: 'primary',
    fields: [
      {
        kind: 'choice',
        name: 'channel',
        label: '回访方式',
        choices: 'followUpChannel',
        // Set by the node itself when nobody has answered (RVS-06).
        except: 'SILENCE',
        required: true,
      },
      {
        kind: 'choice',
        name: 'satisfaction',
        label: '是否满意',
        choices: 'satisfaction',
        required: true,
      },
      yesNo('solved', '是否解决', '已解决', '未解决'),
      text('comment', '诉求人意见', { required: false }),
    ],
    done: '回访已登记',
  },
  {
    name: 'explain',
    label: '解释说明',
    tone: '',
    intro: '因超出法律政策、客观原因或者期望过高无法满足的，做好解释，不再重办。',
    fields: [text('explanation', '解释内容')],
    done: '已登记解释',
  },
  { name: 'close', label: '办结', tone: 'success', fields: [], done: '已办结' },
  {
    name: 'archive',
    label: '归档',
    tone: 'primary',
    intro: '归档后工单不能再改动。',
    fields: [],
    done: '已归档',
  },
  ...pressing,
  {
    name: 'supplement',
    label: '追加',
    tone: '',
    intro: '诉求人补充的情况记入办理轨迹，并告知各级承办人员；不改变办理时限。',
    fields: [text('text', '追加内容')],
    done: '已追加',
  },
  {
    name: 'withdraw',
    label: '撤单',
    tone: '',
    intro: '仅限诉求人主动来电表示已解决或者不再反映；将同时告知承办单位。',
    fields: [text('reason', '撤单原因')],
    done: '已撤单',
  },
];

export const assignmentActions: Action[] = [
  {
    name: 'sign-for',
    label: '签收',
    tone: 'primary',
    intro: '签收后应主动联系诉求人，告知办理程序、流程和时限。',
    fields: [text('contactNote', '联系情况', { required: false, placeholder: '可稍后补记' })],
    done: '已签收',
  },
  dispatch,
  {
    name: 'reply',
    label: '答复',
    tone: 'primary',
    intro: '答复前请审核把关，内容不得涉密。',
    fields: [
      text('content', '办理结果', { rows: 6 }),
      yesNo('resolved', '诉求是否解决', '已解决', '未解决', true),
      yesNo('contactedRequester', '是否已电话回复诉求人', '已回复', '未回复', true),
    ],
    done: '答复已提交',
  },
  {
    name: 'contact',
    label: '记录联系',
    tone: '',
    fields: [text('note', '联系情况')],
    done: '联系情况已记录',
  },
  {
    name: 'request-extension',
    label: '申请延期',
    tone: '',
    intro: '须在办理时限内提出，说明客观原因，并向诉求人说明。',
    fields: [
      text('reason', '延期理由'),
      { kind: 'days', name: 'workingDays', label: '延长工作日', min: 1, max: 10 },
      yesNo('requesterInformed', '是否已向诉求人说明', '已说明', '未说明', true),
    ],
    done: '延期申请已提交',
  },
  {
    name: 'plan',
    label: '制定办理计划',
    tone: '',
    intro: '成因复杂、一时难以解决的，应按计划加快办理；解释说明将发送给诉求人。',
    fields: [
      text('explanation', '对诉求人的解释说明'),
      {
        kind: 'steps',
        name: 'steps',
        label: '计划节点',
        hint: '每行一个，日期在前，如：2026-12-01 完成现场勘查',
      },
    ],
    done: '办理计划已登记',
  },
  {
    name: 'finish-step',
    label: '登记节点完成',
    tone: '',
    fields: [
      { kind: 'days', name: 'number', label: '节点序号', min: 1, max: 200 },
      text('note', '完成情况'),
    ],
    done: '节点完成情况已登记',
  },
  {
    name: 'request-return',
    label: '申请退单',
    tone: '',
    intro: '不属于职责范围的，须注明退回理由和依据，并提出转送建议。',
    fields: [
      text('reason', '退回理由'),
      text('basis', '依据', { placeholder: '法律法规、三定规定或者职责清单', rows: 2 }),
      text('suggestion', '转送建议', { placeholder: '建议由哪个单位办理', rows: 2 }),
    ],
    done: '退单申请已提交',
  },
  escalate,
  ...holder,
  ...pressing,
];
