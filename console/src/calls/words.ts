import type { Call } from '@/api/intake';

type Leg = Call['legs'][number];
type Label = (field: string, value: string | undefined) => string;

const two = (number: number) => String(number).padStart(2, '0');

/** `00:03:12`, as call records have it. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60, seconds % 60].map(two).join(':');
}

/** How long it was talked; in words as long as that cannot be told. */
export function talked({ answeredAt, endedAt }: Call): string {
  if (!answeredAt) return endedAt ? '未接听' : '待接听';
  return endedAt ? clock(Date.parse(endedAt) - Date.parse(answeredAt)) : '通话中';
}

/** Where it was passed on to, or who was taken in, and whether that came about. */
export function legText(leg: Leg, label: Label): string {
  const way = leg.threeParty ? '三方' : '转接';
  const how = leg.succeeded === undefined ? '接通中' : leg.succeeded ? '已接通' : '未接通';
  return `${way} ${label('callTarget', leg.kind)} ${leg.code}（${how}）`;
}

/** The same, as short as a table needs it. */
export const shortLeg = ({ code, threeParty, succeeded }: Leg): string =>
  `${threeParty ? '三方 ' : ''}${code}${succeeded === false ? ' 未接通' : ''}`;

/**
 * Whether a ticket can be tied to a call: by a call-taker of the node whose call it is, once somebody has answered it and as
 * long as it has none.
 */
export const tieable = (call: Call, here: string, callTaker: boolean): boolean =>
  callTaker && call.owner.code === here && !!call.answeredAt && !call.ticketId;
