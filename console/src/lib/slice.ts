import { shortNode } from '@/lib/labels';
import { dateTime, dayStart } from '@/lib/time';
import type { useReference } from '@/stores/reference';

/** What narrows the list of tickets to those that a figure was counted of; said in words above the list. */
export const unsliced = {
  below: '',
  region: '',
  channel: '',
  matter: '',
  figure: '',
  late: '',
  closedFrom: '',
  closedTo: '',
};
export type Slice = typeof unsliced;
type Span = Record<'from' | 'to', string>;

const figures: Record<string, string | undefined> = {
  OPEN: '在办',
  URGENT: '紧急在办',
  OVERDUE: '已超期',
  DUE_SOON: '即将超期',
  RESPONSE_OF: '计入响应率',
  RESPONDED: '及时响应',
  HANDLED: '派办后办结',
  RATED: '诉求人已评价（甄别的除外）',
  SATISFIED: '诉求人满意',
  SOLUTION_OF: '诉求人已评价',
  SOLVED: '诉求人认为已解决',
  BY_SILENCE: '超时默认满意',
  SCREENED: '不满意评价已甄别',
  EXCLUDED: '剔除',
};

/** A moment, as figures say it; lists are otherwise asked for whole days. */
export const isMoment = (text: string): boolean => text.includes('T');

/** The first moment of a day, or the moment itself. */
export const since = (text: string): string => (!text || isMoment(text) ? text : dayStart(text));
export const until = (text: string): string => (!text || isMoment(text) ? text : dayStart(text, 1));

/** What is narrowed by, in words, each with the names of what says so. */
export function sliceWords(
  slice: Slice & Span,
  reference: ReturnType<typeof useReference>,
): { words: string; names: (keyof Slice | keyof Span)[] }[] {
  const { data } = reference;
  const named = (list: { code: string; name: string }[], code: string) =>
    list.find((each) => each.code === code)?.name ?? code;
  const said: { words: string; names: (keyof Slice | keyof Span)[] }[] = [];
  const say = (name: keyof Slice, words: string) => {
    if (slice[name]) said.push({ words, names: [name] });
  };
  say('figure', figures[slice.figure] ?? slice.figure);
  say('below', `${shortNode(named(data.children, slice.below))}及其下级受理`);
  say(
    'region',
    slice.region === 'NONE'
      ? '未注明区域'
      : `区域：${named(data.regions, slice.region.padEnd(6, '0'))}`,
  );
  say('channel', `渠道：${reference.label('channel', slice.channel)}`);
  say('matter', slice.matter === 'NONE' ? '未归类' : `事项：${named(data.matters, slice.matter)}`);
  const [, assignee = ''] = slice.late.split('~');
  say('late', `${shortNode(named([...data.units, ...data.children], assignee))}超期未答复`);
  const span = (from: string, to: string) =>
    `${dateTime(from || undefined)} 至 ${dateTime(to || undefined)}`;
  if (slice.closedFrom || slice.closedTo)
    said.push({
      words: `办结于 ${span(slice.closedFrom, slice.closedTo)}`,
      names: ['closedFrom', 'closedTo'],
    });
  if (isMoment(slice.from) || isMoment(slice.to))
    said.push({ words: `登记于 ${span(slice.from, slice.to)}`, names: ['from', 'to'] });
  return said;
}
