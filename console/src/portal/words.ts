/** What the categories are called here; in the large mode only the first four are offered. */
export const categories: Record<string, { label: string; hint: string; short?: boolean }> = {
  HELP: { label: '求助', hint: '遇到困难，需要帮忙解决', short: true },
  CONSULTATION: { label: '咨询', hint: '想问政策、办事流程', short: true },
  COMPLAINT: { label: '投诉', hint: '对服务或处理不满意', short: true },
  SUGGESTION: { label: '建议', hint: '对城市管理有好主意', short: true },
  REPORT: { label: '举报', hint: '反映违法违规的事' },
  PRAISE: { label: '表扬', hint: '感谢帮助过您的人' },
  OTHER: { label: '其他', hint: '说不清属于哪一类' },
};

export const grades: Record<string, string> = {
  VERY_SATISFIED: '非常满意',
  SATISFIED: '满意',
  BASICALLY_SATISFIED: '基本满意',
  DISSATISFIED: '不满意',
  VERY_DISSATISFIED: '非常不满意',
};

/** In groups of four, as people read them aloud. */
export function spelled(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

export const dayText = (at: string) => day.format(new Date(at));
export const momentText = (at: string) => moment.format(new Date(at));
