/** The hours and days that count. Times of day are the network's own: UTC+8, without summer time. */
export interface WorkingTime {
  /** Of each working day, such as 09:00 to 12:00. */
  spans: { from: string; to: string }[];
  /** Weekdays that are free, and days at the weekend that are worked. */
  departures: { day: string; worked: boolean }[];
}

const ahead = 8 * 3_600_000;
const dayMillis = 86_400_000;
/** Further away nobody counts hours. */
const mostDays = 200;

const millisOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** A reckoner for one calendar; moments are milliseconds since the epoch. */
export function workingClock(time: WorkingTime) {
  const spans = time.spans.map(({ from, to }) => ({ from: millisOf(from), to: millisOf(to) }));
  const departures = new Map(time.departures.map(({ day, worked }) => [day, worked]));
  /** A whole working day. */
  const day = spans.reduce((sum, span) => sum + span.to - span.from, 0);

  function worked(midnight: number): boolean {
    const date = new Date(midnight);
    const known = departures.get(date.toISOString().slice(0, 10));
    return known ?? (date.getUTCDay() !== 0 && date.getUTCDay() !== 6);
  }

  /** Working time from one moment to a later one; undefined when that is too far to tell. */
  function between(from: number, to: number): number | undefined {
    if (to <= from) return 0;
    const begin = from + ahead;
    const end = to + ahead;
    let sum = 0;
    let days = 0;
    for (let midnight = begin - (begin % dayMillis); midnight < end; midnight += dayMillis) {
      if (++days > mostDays) return undefined;
      if (!worked(midnight)) continue;
      for (const span of spans) {
        sum += Math.max(
          0,
          Math.min(end, midnight + span.to) - Math.max(begin, midnight + span.from),
        );
      }
    }
    return sum;
  }

  return { day, between };
}

/** `3工作日2小时`, `45分钟`: days of work, not of the calendar. */
export function workingSpan(millis: number, day: number): string {
  const minutes = Math.floor(millis / 60_000);
  if (minutes < 1) return '不到1分钟';
  const perDay = Math.floor(day / 60_000);
  const days = perDay > 0 ? Math.floor(minutes / perDay) : 0;
  const hours = Math.floor((minutes - days * perDay) / 60);
  const rest = (minutes - days * perDay) % 60;
  if (days > 0) return hours > 0 ? `${days}工作日${hours}小时` : `${days}工作日`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return `${rest}分钟`;
}
