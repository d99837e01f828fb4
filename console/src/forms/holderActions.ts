/** What whoever placed orders does about them: at a ticket, and at work that was passed on. */
import { type Action, choice, type Field, opinion, text, yesNo } from './fields';

/** An emergency is told by telephone at once, besides the ticket (DSP-11). */
const orders = (label: string): Field => ({
  ...{ kind: 'orders', name: 'orders', label, required: true },
  byPhone: ({ ticket }) => ticket?.urgency === 'URGENT',
});

export const dispatch: Action = {
  name: 'dispatch',
  label: '派单',
  tone: 'primary',
  intro: '涉及两个以上单位的，按“职能就近”确定一个主办，其余为协办。',
  fields: [orders('承办单位')],
  done: '已派单',
};

export const escalate: Action = {
  name: 'escalate',
  label: '上报',
  tone: '',
  intro: '报请上级热线办理，上级答复后由本级继续审核、回访。',
  fields: [text('reason', '上报理由')],
  done: '已上报',
  rare: true,
};

const decideRequest: Action = {
  name: 'decide-request',
  label: '审核申请',
  tone: 'warning',
  onOrder: true,
  onRequest: 'order',
  fields: [yesNo('approve', '审核结论', '同意', '不同意'), opinion('approve')],
  done: '申请已审核',
};

/** Decisions that somebody waits for, in the order in which they are looked for. */
export const decisions: Action[] = [
  {
    name: 'review',
    label: '审核答复',
    tone: 'primary',
    onOrder: true,
    intro: '审核是否答非所问、是否回应全部诉求、是否符合法律政策，以及是否已联系诉求人。',
    fields: [yesNo('accept', '审核结论', '认可', '退回重新答复', true), opinion('accept')],
    done: '已审核',
  },
  {
    name: 'decide-return',
    label: '审核退单',
    tone: 'warning',
    onOrder: true,
    intro: '属于承办单位职责范围内的，或者未说明理由及依据的，不予通过。',
    fields: [
      yesNo('approve', '审核结论', '同意退单', '不同意'),
      // of what the catalogue attributes to the very unit, an approval has to be explained (LIF-07)
      opinion(
        'approve',
        ({ values, refused }) => values.approve === true && refused.includes('RETURN_RULE'),
      ),
    ],
    done: '退单申请已审核',
  },
  {
    name: 'decide-extension',
    label: '审核延期',
    tone: 'warning',
    onOrder: true,
    onRequest: 'order',
    intro: '须有客观原因，并已向诉求人说明；延长时限不得超过规则规定的倍数。',
    fields: [yesNo('approve', '审核结论', '同意延期', '不同意'), opinion('approve')],
    done: '延期申请已审核',
  },
  decideRequest,
  {
    ...decideRequest,
    name: 'office-decide',
    label: '领导小组办公室审核',
    done: '已按领导小组办公室意见审核',
  },
];

export const orderActions: Action[] = [
  ...decisions,
  {
    name: 'redo',
    label: '发回重办',
    tone: 'danger',
    onOrder: true,
    intro: '因未履职尽责、答复失实或避重就轻造成不满意的合理诉求，发回承办单位重新办理。',
    first: ({ ticketRules }) =>
      ticketRules?.callFirst
        ? `须先人工电话回访、了解不满意的原因（已呼叫 ${ticketRules.callsMade} 次，未接通的至少 ${ticketRules.callsWanted} 次）。`
        : ticketRules?.panelFirst
          ? '须先由法律顾问团队审核研判。'
          : undefined,
    fields: [
      choice('ground', '重办情形', 'redoGround', { only: (c) => c.ticketRules?.redoGrounds }),
      text('reason', '重办原因'),
    ],
    done: '已发回重办',
  },
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
    intro: '督办要求随派办送达承办单位；需要立项、限期说明的，请到督办台立项。',
    fields: [text('text', '督办要求')],
    done: '已发出督办',
  },
  {
    name: 'note-phone',
    label: '登记电话通知',
    tone: '',
    onOrder: true,
    intro: '紧急事项派单后应同时电话通知承办单位。',
    fields: [text('note', '通知情况')],
    done: '电话通知已登记',
  },
];

/** Who has to handle what nobody, or everybody, claims (DSP-04, DSP-08). */
export const meetings: Action[] = [
  {
    name: 'convene',
    label: '召集联席会议',
    tone: '',
    rare: true,
    intro: '职责交叉、职责不清的，召集有关单位研究确定承办单位。',
    fields: [
      text('reason', '召集事由'),
      {
        kind: 'lines',
        name: 'participants',
        label: '参加单位',
        required: true,
        placeholder: '每行一个单位',
      },
    ],
    done: '已召集联席会议',
  },
  {
    name: 'designate',
    label: '登记会议指定',
    tone: 'primary',
    intro: '经联席会议指定的承办单位不得退单。',
    fields: [text('outcome', '会议决定'), orders('指定的承办单位')],
    done: '已按会议决定派单',
  },
];
