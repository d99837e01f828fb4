import type { Choice, Tier } from '@/api/types';

const choices = (pairs: Record<string, string>): Choice[] =>
  Object.entries(pairs).map(([value, label]) => ({ value, label }));

/** Names of the closed sets that the interface itself fixes; a node's own names go before these. */
export const fixedChoices: Record<string, Choice[] | undefined> = {
  ticketState: choices({
    REGISTERED: '待受理',
    ACCEPTED: '待派单',
    REFUSED: '不予受理',
    IN_HANDLING: '办理中',
    IN_REVIEW: '待审核',
    AWAITING_FOLLOW_UP: '待回访',
    CLOSED: '已办结',
    ARCHIVED: '已归档',
    WITHDRAWN: '已撤单',
  }),
  assignmentState: choices({
    AWAITING_SIGN_FOR: '待签收',
    IN_HANDLING: '办理中',
    RETURN_REQUESTED: '退单待审',
    RETURNED: '已退单',
    REPLIED: '已答复',
    CONFIRMED: '已认可',
    CANCELLED: '已撤销',
  }),
  satisfaction: choices({
    VERY_SATISFIED: '非常满意',
    SATISFIED: '满意',
    BASICALLY_SATISFIED: '基本满意',
    DISSATISFIED: '不满意',
    VERY_DISSATISFIED: '非常不满意',
  }),
  followUpChannel: choices({ CALL: '人工电话', SMS: '短信', LINK: '评价链接' }),
  ratingSource: choices({ RATED: '诉求人评价', DEFAULT_24H: '逾期未评，默认满意' }),
  role: choices({
    CALL_TAKER: '话务员',
    DISPATCHER: '派单员',
    REVIEWER: '审核员',
    FOLLOW_UP: '回访员',
    SUPERVISOR: '督办员',
    UNIT_HANDLER: '承办单位经办人',
    AUDITOR: '审计员',
    LEADER: '领导',
    LEGAL_COUNSEL: '法律顾问',
    ADMIN: '管理员',
  }),
  orderRole: choices({ LEAD: '主办', CO: '协办' }),
  orderState: choices({
    PLACED: '待签收',
    SIGNED: '办理中',
    RETURN_REQUESTED: '退单待审',
    RETURNED: '已退单',
    ANSWERED: '答复待审',
    ACCEPTED: '答复已认可',
    CONCLUDED: '已办结',
    CANCELLED: '已撤销',
    FAILED: '派办未成',
  }),
  delivery: choices({
    LOCAL: '本级',
    PENDING: '正在送达',
    DELIVERED: '已送达',
    REFUSED: '对方拒收',
    ABANDONED: '已放弃送达',
  }),
  urgeKind: choices({ REMINDER: '催办', SUPERVISION: '督办' }),
  redoGround: choices({
    NOT_DILIGENT: '未履职尽责',
    UNTRUE_REPLY: '答复失实',
    EVASIVE_REPLY: '避重就轻',
  }),
  closureKind: choices({
    ANSWERED_AT_ONCE: '即时办结',
    SATISFIED: '回访办结',
    DEFAULT_SATISFIED: '超时默认办结',
    EXPLAINED: '解释办结',
    UNREACHABLE: '无法回访办结',
    WITHDRAWN: '诉求人撤单',
    REASSIGNED: '再次转办',
  }),
};

export const tierNames: Record<Tier, string> & Record<string, string | undefined> = {
  PROVINCE: '省级',
  CITY: '市级',
  DISTRICT: '县区',
  SUB_CENTER: '分中心',
};

/** A hotline's name without the part that all of them have: 庆阳市 for 庆阳市12345政务服务便民热线 (TOP-17). */
export const shortNode = (name: string): string => name.replace(/12345政务服务便民热线$/, '');

/** The tier's name; nothing when the tier is not known. */
export const tierName = (tier: string | undefined): string => (tier && tierNames[tier]) ?? '';

export type Tone = 'primary' | 'success' | 'warning' | 'danger' | 'info';

const tones: Record<string, Tone | undefined> = {
  REGISTERED: 'warning',
  ACCEPTED: 'warning',
  REFUSED: 'info',
  IN_HANDLING: 'primary',
  IN_REVIEW: 'warning',
  AWAITING_FOLLOW_UP: 'warning',
  CLOSED: 'success',
  ARCHIVED: 'info',
  WITHDRAWN: 'info',
  AWAITING_SIGN_FOR: 'warning',
  PLACED: 'warning',
  SIGNED: 'primary',
  ANSWERED: 'warning',
  CONCLUDED: 'success',
  FAILED: 'danger',
  RETURN_REQUESTED: 'danger',
  RETURNED: 'info',
  REPLIED: 'success',
  CONFIRMED: 'success',
  CANCELLED: 'info',
};

export const toneOf = (state: string): Tone => tones[state] ?? 'info';
