import { dateTime, dayStart } from '@/lib/time';

export type PeriodName = 'today' | 'yesterday' | 'week' | 'month';

export const periods: { value: PeriodName; label: string }[] = [
  { value: 'today', label: '今日' },
  { value: 'yesterday', label: '昨日' },
  { value: 'week', label: '近7天' },
  { value: 'month', label: '本月' },
];

/** The span that a name means at this moment; what goes on to the present has no end. */
export function spanOf(name: string, now: Date): { from?: string; to?: string } {
  const today = dateTime(now.toISOString()).slice(0, 10);
  switch (name) {
    case 'yesterday':
      return { from: dayStart(today, -1), to: dayStart(today) };
    case 'week':
      return { from: dayStart(today, -6) };
    case 'month':
      return { from: dayStart(`${today.slice(0, 7)}-01`) };
    default:
      return {};
  }
}
