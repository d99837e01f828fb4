import type { Supervision } from '@/api/oversight';
import type { User } from '@/api/types';
import { type Action, choice, line, opinion, text, yesNo } from '@/forms/fields';

/** Tools that consist in people coming together. */
const sessions = new Set(['COORDINATION', 'INTERVIEW', 'MEETING', 'ON_SITE']);
export const over = ({ state }: Supervision): boolean => ['CLOSED', 'LIFTED'].includes(state);

const explain: Action = {
  name: 'explain',
  label: '提交情况说明',
  tone: 'primary',
  intro: '说明未按期办结（办好）的原因、已采取的措施和办结时间。',
  fields: [text('text', '情况说明', { rows: 6 })],
  done: '情况说明已提交',
};

const all: Action[] = [
  {
    name: 'judge',
    label: '审核说明',
    tone: 'primary',
    fields: [yesNo('accept', '审核结论', '认可', '不认可，重新说明'), opinion('accept')],
    done: '情况说明已审核',
  },
  {
    name: 'session',
    label: '登记约谈（会议、现场）',
    tone: '',
    fields: [line('participants', '参加单位'), text('conclusion', '结论')],
    done: '已登记',
  },
  {
    name: 'join',
    label: '增加联合督办单位',
    tone: '',
    rare: true,
    fields: [line('text', '联合督办单位')],
    done: '已增加联合督办单位',
  },
  {
    name: 'hold-accountable',
    label: '追责',
    tone: 'danger',
    rare: true,
    fields: [
      choice('ground', '追责情形', 'accountabilityGround'),
      line('person', '责任人', { required: false }),
      text('finding', '追责事实'),
      text('measure', '追责措施', { rows: 2 }),
    ],
    done: '追责情况已登记',
  },
  {
    name: 'escalate',
    label: '提级督办',
    tone: 'warning',
    rare: true,
    intro: '报请上级热线督办。',
    fields: [text('text', '提级理由')],
    done: '已提级督办',
  },
  {
    name: 'close',
    label: '办结督办',
    tone: 'success',
    intro: '情况说明已认可、约谈等已进行的，方可办结。',
    fields: [text('text', '督办结论')],
    done: '督办已办结',
  },
  {
    name: 'lift',
    label: '解除督办',
    tone: '',
    rare: true,
    fields: [text('text', '解除理由')],
    done: '督办已解除',
  },
];

/** Who asks, as far as it decides what may be done. */
export interface Asker {
  user: User;
  supervises: boolean;
  /** Whether there is a node above. */
  hasParent: boolean;
}

/** What may be done with it now; the node judges in any case. */
export function supervisionActions(
  one: Supervision,
  { user, supervises, hasParent }: Asker,
): Action[] {
  if (over(one)) return [];
  const ours = one.owner.code === user.node.code;
  const ofUs = ours ? user.unit?.code === one.target.code : one.target.code === user.node.code;
  const owed = one.state === 'ISSUED' && one.due !== undefined;
  if (ofUs) return owed ? [explain] : [];
  if (!ours || !supervises || user.unit) return [];
  return all.filter(({ name }) => {
    switch (name) {
      case 'judge':
        return one.state === 'EXPLAINED';
      case 'session':
        return sessions.has(one.tool);
      case 'escalate':
        return hasParent && !one.escalated;
      case 'close':
        return (
          (one.due === undefined || one.state === 'ACCEPTED') &&
          (!sessions.has(one.tool) || one.sessions.length > 0)
        );
      default:
        return true;
    }
  });
}
