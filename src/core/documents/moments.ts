import { findRange, findTime, findTimes, type FoundTime } from './clock';
import { dayAfter, findDay, nearest, type Day } from './days';
import { findZone, momentOf, type Zone } from './zones';
import type { Moment, TimeContext } from './context';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

/** A day and perhaps a time in a context, as a moment. */
export function momentIn(day: Day, time: Pick<FoundTime, 'hour' | 'minute' | 'second'> | undefined, stated: Zone | undefined, context: TimeContext): Moment {
  const zone = stated ?? context.zone;
  return { at: momentOf(day, time ?? MIDNIGHT, zone ?? context.assumed), day, precise: time ? 'minute' : 'day', zone: zone === undefined ? 'assumed' : 'stated' };
}

/** The day that a text names; one without a year is put near the context's day. */
export function dayIn(text: string, context: TimeContext): Day | undefined {
  const found = findDay(text, { order: context.order, year: context.day?.year });
  if (!found) return undefined;
  return found.withYear || !context.day ? found.day : nearest(found.day, context.day);
}

/** The moment that a value means: its day, or the context's where it gives only a time. Undefined where it gives neither. */
export function momentFrom(value: string, context: TimeContext): Moment | undefined {
  const day = dayIn(value, context);
  const time = day ? timeBeside(value, context) : findTime(value);
  const on = day ?? context.day;
  if (!on || (!day && !time)) return undefined;
  return momentIn(on, time, findZone(value.slice(0, 200))?.zone, context);
}

/** A time belongs to a day when there is little between them. */
const BESIDE = 30;

function timeBeside(text: string, context: TimeContext): FoundTime | undefined {
  const day = findDay(text, { order: context.order, year: context.day?.year });
  if (!day) return undefined;
  return findTimes(text).find(({ index, length }) => index - (day.index + day.length) <= BESIDE && day.index - (index + length) <= BESIDE);
}

/** The two moments of a range of times: "March 12th 2014 18:50 UTC to 19:20", "2024-02-08 09:15 — 2024-02-09 11:30 UTC". */
export function rangeFrom(text: string, context: TimeContext): { readonly from: Moment; readonly to: Moment } | undefined {
  const range = findRange(text);
  if (!range) return undefined;
  const start = dayIn(text.slice(0, range.to.index), context) ?? dayIn(text, context) ?? context.day;
  if (!start) return undefined;
  const end = dayIn(text.slice(range.from.index + range.from.length), context) ?? start;
  const zones = zonesOf(text, range.to.index);
  const from = momentIn(start, withHalf(range.from, range.to, text), zones.from, context);
  const to = momentIn(end, range.to, zones.to, context);
  if (to.at > from.at) return { from, to };
  const next = momentIn(dayAfter(end), range.to, zones.to, context);
  return next.at > from.at && next.at - from.at < DAY_MS ? { from, to: next } : undefined;
}

/** The one zone that is given belongs to both ends. */
function zonesOf(text: string, to: number): { readonly from: Zone | undefined; readonly to: Zone | undefined } {
  const first = findZone(text.slice(0, to))?.zone;
  const second = findZone(text.slice(to))?.zone;
  return { from: first ?? second, to: second ?? first };
}

/** "10:30 - 12:45 PM": the first has the half of the day of the second, unless it would be after it. */
function withHalf(from: FoundTime, to: FoundTime, text: string): FoundTime {
  const said = (time: FoundTime): boolean => /[ap]\.?m/i.test(text.slice(time.index, time.index + time.length));
  if (said(from) || !said(to) || to.hour < 12 || from.hour >= 12) return from;
  return from.hour + 12 <= to.hour ? { ...from, hour: from.hour + 12 } : from;
}

/** How many times of day a text gives. */
export const timesIn = (text: string): number => findTimes(text).length;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(\d{1,4}(?:\.\d{1,2})?)\s{0,2}(?:d(?![a-z])|days?(?![a-z])|日|天)/i, 1440],
  [/(\d{1,4}(?:\.\d{1,2})?)\s{0,2}(?:(?:h|hrs?|hours?)(?![a-z])|時間|小时)/i, 60],
  [/(\d{1,5}(?:\.\d{1,2})?)\s{0,2}(?:(?:m|mins?|minutes?)(?![a-z])|分)/i, 1],
];

/** A length of time in minutes: "4 hours 42 minutes", "1h 13m", "~2 hours", "01:25" (hours and minutes). Undefined where there is none. */
export function minutesFrom(text: string): number | undefined {
  const head = text.slice(0, 120);
  const parts = UNITS.map(([pattern, unit]) => Number(pattern.exec(head)?.[1] ?? NaN) * unit).filter((each) => !Number.isNaN(each));
  if (parts.length > 0) return parts.reduce((sum, each) => sum + each, 0);
  const clock = /^\W{0,3}(\d{1,2}):(\d\d)(?::\d\d)?\W{0,3}$/.exec(head);
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : undefined;
}
