import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';
import type { TicketsBehind } from '@/api/cockpit';

/** The list of exactly the tickets that a figure was counted of. */
export function listOf(tickets: TicketsBehind): RouteLocationRaw {
  const query: LocationQueryRaw = {};
  for (const [name, value] of Object.entries(tickets)) if (value) query[name] = value;
  return { path: '/tickets', query };
}

export const whole = (value: number): string => value.toLocaleString('zh-CN');

/** `92.4%`; a dash where there is nothing to divide by. */
export const percent = (value: number | undefined): string =>
  value === undefined ? '—' : `${value.toFixed(1)}%`;

/** `+12%` against what is usual; nothing where there is nothing to compare with. */
export function change(now: number, usual: number): string {
  if (usual === 0) return now === 0 ? '持平' : '';
  const by = Math.round(((now - usual) / usual) * 100);
  return by === 0 ? '持平' : `${by > 0 ? '+' : ''}${by}%`;
}

/** `5.2 小时`, `2.1 天`. */
export function duration(hours: number | undefined): { value: string; unit: string } {
  if (hours === undefined) return { value: '—', unit: '' };
  return hours < 48
    ? { value: hours.toFixed(1), unit: '小时' }
    : { value: (hours / 24).toFixed(1), unit: '天' };
}
