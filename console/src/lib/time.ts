/** Everything is shown in the network's own time, wherever the browser is. */
const zone = 'Asia/Shanghai';

const full = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-11-21 19:00`, or with seconds. */
export function dateTime(instant: string | undefined, seconds = false): string {
  if (!instant) return '—';
  return full.format(new Date(instant)).slice(0, seconds ? 19 : 16);
}

/** `11-21 19:00` within the year of `now`, with the year otherwise. */
export function shortTime(instant: string | undefined, now: Date): string {
  const text = dateTime(instant);
  return text.slice(0, 4) === full.format(now).slice(0, 4) ? text.slice(5) : text;
}

/** A span of time in the two largest units that say something: `2天3小时`, `45分钟`. */
export function span(millis: number): string {
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  if (minutes < 1) return '不到1分钟';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return `${rest}分钟`;
}

/** Milliseconds as a person reads them: `35 毫秒`, `1.2 秒`, `3分钟`. */
export function lag(millis: number | undefined): string {
  if (millis === undefined) return '—';
  if (millis < 1000) return `${Math.round(millis)} 毫秒`;
  if (millis < 60_000) return `${(millis / 1000).toFixed(1)} 秒`;
  return span(millis);
}

/** The first moment of a day of the network, `2026-11-21`, or of a later one. */
export function dayStart(day: string, later = 0): string {
  const midnight = Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000;
  return `${full.format(midnight).slice(0, 10)}T00:00:00+08:00`;
}
