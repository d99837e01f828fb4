/** What is done with a ticket of this node as a whole. */
import { type Action, choice, line, opinion, secrecy, text, yesNo } from './fields';
import { dispatch, escalate, meetings, orderActions } from './holderActions';

const emergency = /^\d{3,6}$/;

export const ticketActions: Action[] = [
  {
    name: 'accept',
    label: '受理',
    tone: 'primary',
    intro: '受理后开始计算办理时限。',
    fields: [
      text('newFacts', '新的事实和理由', {
        required: ({ refused }) => refused.length > 0,
        shown: ({ refused }) => refused.length > 0,
        hint: '同一诉求此前已办结的，须写明新的事实和理由',
      }),
    ],
    done: '已受理',
  },
  dispatch,
  {
    name: 'answer',
    label: '即时答复',
    tone: 'success',
    intro: '简单咨询、求助直接答复办结，不再派单。',
    fields: [
      text('answer', '答复内容', { rows: 6 }),
      {
        kind: 'unit',
        name: 'contactedUnit',
        label: '已联系的部门',
        required: false,
        hint: '经电话联系部门后答复的，请选择',
      },
      secrecy,
    ],
    done: '已答复办结',
  },
  {
    name: 'refuse',
    label: '不予受理',
    tone: '',
    intro: '须向诉求人说明理由，并告知反映渠道或者提供解决建议。',
    fields: [
      choice('ground', '不予受理情形', 'refusalGround', {
        only: (context) => context.ticketRules?.refusalGrounds,
      }),
      text('guidance', '解释引导', { placeholder: '建议诉求人向哪里反映、如何解决' }),
      line('emergencyNumber', '已转接的紧急热线', {
        required: ({ values }) => values.ground === 'EMERGENCY_SERVICE',
        placeholder: '如 110',
        pattern: emergency,
        hint: '属紧急热线受理范围的须填写',
      }),
      choice('withheld', '拒绝提供信息的情形', 'withheldCase', { required: false }),
      line('earlier', '此前办结的工单或文书', {
        required: false,
        hint: '已办结又重复提出的须填写',
      }),
    ],
    done: '已登记为不予受理',
  },
  {
    name: 'transfer-emergency',
    label: '转接紧急热线',
    tone: 'danger',
    rare: true,
    intro: '紧急求助应立即转接，并登记转接的号码和是否接通；工单继续办理。',
    fields: [
      line('number', '紧急热线号码', { placeholder: '如 119', pattern: emergency }),
      yesNo('connected', '是否接通', '已接通', '未接通', true),
      text('note', '情况', { required: false }),
    ],
    done: '已登记转接',
  },
  escalate,
  ...meetings,
  ...orderActions,
  {
    name: 'follow-up',
    label: '登记回访',
    tone: 'primary',
    fields: [
      choice('channel', '回访方式', 'followUpChannel', {
        // silence is noted by the node itself (RVS-06)
        only: ({ ticketRules }) => ticketRules?.channels ?? ['CALL', 'SMS', 'LINK'],
      }),
      choice('satisfaction', '是否满意', 'satisfaction', {
        only: (context) => context.ticketRules?.grades,
      }),
      yesNo('solved', '是否解决', '已解决', '未解决'),
      text('comment', '诉求人意见', {
        required: false,
        hint: ({ values }) =>
          String(values.satisfaction ?? '').includes('DISSATISFIED')
            ? '请写明不满意的原因，供研判是否重办'
            : undefined,
      }),
    ],
    done: '回访已登记',
  },
  {
    name: 'call-requester',
    label: '登记人工回访',
    tone: 'primary',
    intro: ({ ticketRules }) =>
      `对不满意的诉求人电话了解原因。${
        ticketRules
          ? `本轮已呼叫 ${ticketRules.callsMade} 次，未接通的至少呼叫 ${ticketRules.callsWanted} 次。`
          : ''
      }`,
    fields: [
      yesNo('reached', '是否接通', '已接通', '未接通'),
      text('note', '回访情况', { placeholder: '不满意的原因、诉求人的要求' }),
    ],
    done: '人工回访已登记',
  },
  {
    name: 'panel-review',
    label: '法律顾问研判',
    tone: 'primary',
    fields: [
      yesNo('unitAtFault', '研判结论', '承办单位应当重办', '无需重办，解释说明'),
      text('opinion', '研判意见'),
    ],
    done: '研判意见已登记',
  },
  {
    name: 'explain',
    label: '解释说明',
    tone: '',
    intro: '因超出法律政策、客观原因或者期望过高无法满足的，做好解释，不再重办。',
    first: ({ ticketRules }) =>
      ticketRules?.callFirst ? '须先人工电话回访、了解不满意的原因。' : undefined,
    fields: [text('explanation', '解释内容'), secrecy],
    done: '已登记解释',
  },
  {
    name: 'request-screening',
    label: '申请甄别',
    tone: '',
    provided: ({ ticketRules }) => ticketRules?.screeningGrounds.length !== 0,
    intro: '经甄别认定的不满意评价不计入满意率；申请和审核须由不同的人进行。',
    fields: [
      choice('ground', '甄别情形', 'screeningGround', {
        only: (context) => context.ticketRules?.screeningGrounds,
      }),
      text('reason', '甄别理由'),
    ],
    done: '甄别申请已提交',
  },
  {
    name: 'decide-screening',
    label: '审核甄别',
    tone: 'warning',
    intro: ({ ticket }) => {
      const pending = ticket?.screenings.find((each) => !each.verdict);
      return pending ? `申请理由：${pending.reason}` : undefined;
    },
    fields: [yesNo('approve', '审核结论', '同意剔除评价', '不同意'), opinion('approve')],
    done: '甄别申请已审核',
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
  {
    name: 'supplement',
    label: '追加',
    tone: '',
    intro: '诉求人补充的情况记入办理轨迹，并告知各级承办人员；不改变办理时限。',
    fields: [text('text', '追加内容')],
    anyVersion: true,
    done: '已追加',
  },
  {
    name: 'withdraw',
    label: '撤单',
    tone: '',
    rare: true,
    intro: '仅限诉求人主动来电表示已解决或者不再反映；将同时告知承办单位。',
    fields: [text('reason', '撤单原因')],
    done: '已撤单',
  },
];
