import type { CalendarNotice, CalendarYear } from '@/api/rulebook';

/** A day of a year view. */
export interface YearDay {
  date: string;
  day: number;
  /** Empty for an ordinary day. */
  name: string;
  kind: 'work' | 'rest' | 'holiday' | 'makeup';
}

/** The twelve months of a year, each with the blanks before its first Monday-based column. */
export function monthsOf(year: CalendarYear): { month: number; blanks: number; days: YearDay[] }[] {
  const special = new Map(year.days.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_, at) => {
    const count = new Date(Date.UTC(year.year, at + 1, 0)).getUTCDate();
    const days = Array.from({ length: count }, (_unused, index): YearDay => {
      const date = `${year.year}-${two(at + 1)}-${two(index + 1)}`;
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const known = special.get(date);
      return {
        date,
        day: index + 1,
        name: known?.name ?? '',
        kind: known ? (known.isOffDay ? 'holiday' : 'makeup') : weekend ? 'rest' : 'work',
      };
    });
    const first = new Date(Date.UTC(year.year, at, 1)).getUTCDay();
    return { month: at + 1, blanks: (first + 6) % 7, days };
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/** What was read from a file, or what is wrong with it and in which line. */
export type ReadNotice = { notice: CalendarNotice } | { fault: string };

/** Reads a year as the holiday-cn project writes it; the node checks what the days say. */
export function readNotice(text: string): ReadNotice {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (failure) {
    return { fault: `不是 JSON：${lineOf(text, String(failure))}` };
  }
  if (typeof parsed !== 'object' || parsed === null || !('year' in parsed) || !('days' in parsed)) {
    return { fault: '应含 year（年份）和 days（日期列表），如 holiday-cn 的 2027.json' };
  }
  // What its days say is for the node to judge.
  return { notice: parsed as CalendarNotice };
}

/** Browsers say where a mistake is as a line, as a position, or not at all. */
function lineOf(text: string, message: string): string {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  if (line) return `第 ${line} 行有误`;
  if (position) return `第 ${text.slice(0, Number(position)).split('\n').length} 行有误`;
  return text.trim() ? '文件不完整' : '文件是空的';
}

/** The line of the file that a refusal such as `days[3].date：…` is about. */
export function lineOfDay(text: string, message: string): number | undefined {
  const index = /days\[(\d+)\]/.exec(message)?.[1];
  if (index === undefined) return undefined;
  let from = text.indexOf('[', text.indexOf('"days"'));
  for (let at = 0; at <= Number(index); at++) {
    from = text.indexOf('{', from + 1);
    if (from < 0) return undefined;
  }
  return text.slice(0, from).split('\n').length;
}
