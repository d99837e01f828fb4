/** What is done with work that this node or one of its units carries out. */
import { type Action, choice, confirm, opinion, secrecy, text, yesNo } from './fields';
import { dispatch, escalate, meetings, orderActions } from './holderActions';
import { requestActions } from './requestActions';

export const assignmentActions: Action[] = [
  {
    name: 'sign-for',
    label: '签收',
    tone: 'primary',
    intro: '签收后应主动联系诉求人，告知办理程序、流程和时限。',
    fields: [text('contactNote', '联系情况', { required: false, placeholder: '可稍后补记' })],
    done: '已签收',
  },
  {
    name: 'sign-request',
    label: '签批申请',
    tone: 'warning',
    onRequest: 'own',
    fields: [yesNo('approve', '签批意见', '同意', '不同意'), opinion('approve')],
    done: '已签批',
  },
  dispatch,
  {
    name: 'reply',
    label: '答复',
    tone: 'primary',
    intro: '答复前请审核把关：事实清楚、依据准确、逐项回应，内容不得涉密。',
    first: ({ workRules }) => {
      if (workRules?.replyNeedsVisit) return '建议类诉求须先上门沟通，并登记上门记录。';
      const awaited = workRules?.opinionsAwaited ?? [];
      return awaited.length > 0
        ? `协办单位${awaited.join('、')}尚未反馈意见，办理时限内须汇总各方意见后统一答复。`
        : undefined;
    },
    fields: [
      text('content', '办理结果', { rows: 6, placeholder: '核实的情况、采取的措施、办理结果' }),
      yesNo('resolved', '诉求是否解决', '已解决', '未解决', true),
      yesNo('contactedRequester', '是否已电话回复诉求人', '已回复', '未回复', true, {
        hint: ({ values, workRules }) =>
          workRules?.replyNeedsContact && values.contactedRequester === false
            ? '答复前须先电话回复诉求人'
            : undefined,
      }),
      secrecy,
    ],
    done: '答复已提交',
  },
  {
    name: 'contact',
    label: '记录联系',
    tone: '',
    fields: [
      choice('way', '联系方式', 'contactWay'),
      choice('result', '联系结果', 'contactResult'),
      text('note', '联系情况'),
    ],
    done: '联系情况已记录',
  },
  ...requestActions.slice(0, 1),
  {
    name: 'request-return',
    label: '申请退单',
    tone: '',
    intro: '不属于职责范围的，须注明退回理由和依据，并提出转送建议。',
    first: ({ workRules }) => {
      if (workRules?.designation)
        return `经联席会议指定办理（${workRules.designation}），不能退单。`;
      if (!workRules?.returnLate) return undefined;
      return workRules.lateReturnAllowed
        ? '已过退单时限：仍可申请，但计为超期退回。'
        : '已过退单时限，不能再申请退单。';
    },
    fields: [
      text('reason', '退回理由'),
      text('basis', '依据', { placeholder: '法律法规、三定规定或者职责清单', rows: 2 }),
      text('suggestion', '转送建议', { placeholder: '建议由哪个单位办理', rows: 2 }),
    ],
    done: '退单申请已提交',
  },
  {
    name: 'plan',
    label: '制定办理计划',
    tone: '',
    rare: true,
    intro: '成因复杂、一时难以解决的，应按计划加快办理；解释说明将发送给诉求人。',
    fields: [
      text('explanation', '对诉求人的解释说明'),
      {
        kind: 'steps',
        name: 'steps',
        label: '计划节点',
        required: true,
        hint: '每行一个，日期在前，如：2026-12-01 完成现场勘查',
      },
      secrecy,
    ],
    done: '办理计划已登记',
  },
  {
    name: 'finish-step',
    label: '登记节点完成',
    tone: '',
    fields: [
      { kind: 'planStep', name: 'number', label: '计划节点', required: true },
      text('note', '完成情况'),
    ],
    done: '节点完成情况已登记',
  },
  ...requestActions.slice(1),
  {
    name: 'merge',
    label: '并案办理',
    tone: '',
    rare: true,
    intro: '同一事项的多件工单并入本件，用一个答复统一办结。',
    fields: [{ kind: 'work', name: 'assignmentIds', label: '并入本件的派办', required: true }],
    done: '已并案',
  },
  {
    name: 'split',
    label: '撤销并案',
    tone: '',
    rare: true,
    fields: [
      { kind: 'partner', name: 'assignmentId', label: '与哪一件分开', required: true },
      confirm('sure', '确认', '分开后各自办理、各自答复'),
    ],
    done: '已撤销并案',
  },
  {
    name: 'pass-on-request',
    label: '向上级转呈',
    tone: '',
    onOrder: true,
    onRequest: 'order',
    intro: '下级的申请超出本级权限的，转呈派来工单的上级批准。',
    fields: [],
    done: '申请已转呈',
  },
  escalate,
  ...meetings,
  ...orderActions,
];
