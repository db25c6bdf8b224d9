import { fromLocalFields, storedTime } from '../incident/times';

/** Which of two numbers of a date like 04/05/2026 is the day. */
export const DAY_ORDERS = ['dayFirst', 'monthFirst'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** What a cell says about a time, before it is known in which zone and order it was written. */
export type TimeReading =
  | { readonly kind: 'time'; readonly date: CellDate; readonly clock: Clock; /** In milliseconds; absent where the cell names no zone. */ readonly offset?: number }
  /** Seconds or milliseconds since 1970. */
  | { readonly kind: 'instant'; readonly at: number }
  /** A day without a time of day. */
  | { readonly kind: 'day'; readonly date: CellDate }
  /** A time with a zone that has several meanings, like CST. */
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'none' };

/** A date as it was written. */
type CellDate =
  | { readonly year: number; readonly month: number; readonly day: number }
  /** Two numbers, of which one is the day. @see DayOrder */
  | { readonly year: number; readonly first: number; readonly second: number; readonly dotted: boolean };

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** No time that a tool writes is longer. */
const LONGEST = 60;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH = new RegExp(`^(\\d{1,2})[ /-]${MONTH}[ /,-]{1,2}(\\d{4}|\\d{2})(?!\\d)`, 'i');
const MONTH_DAY = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([ap]\.?m\.?)? ?(.{0,20})$/i;
const OFFSET = /^(?:UTC|GMT)?([+-−])(\d{2}):?(\d{2})?$/i;
const NO_ZONE: TimeReading = { kind: 'none' };

/** Reads what a cell says about a time. Names of months are English ones. Never throws. */
export function readTime(cell: string): TimeReading {
  const text = cell.trim().replace(/\s+/g, ' ');
  if (text.length > LONGEST) return NO_ZONE;
  if (/^(?:\d{10}|\d{13})$/.test(text)) return { kind: 'instant', at: Number(text) * (text.length === 10 ? 1000 : 1) };
  const found = dateOf(text.replace(WEEKDAY, ''));
  if (!found) return NO_ZONE;
  const rest = found.rest.replace(/^(?:T|,? ?at |[ ,-]{1,3})/i, '').trim();
  return rest === '' ? { kind: 'day', date: found.date } : timeOf(found.date, rest);
}

function dateOf(text: string): { readonly date: CellDate; readonly rest: string } | undefined {
  const after = (match: RegExpExecArray): string => text.slice(match[0].length);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return { date: { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) }, rest: after(yearFirst) };
  const numbers = NUMBERS.exec(text);
  if (numbers) return { date: { year: wholeYear(numbers[4]), first: Number(numbers[1]), second: Number(numbers[3]), dotted: numbers[2] === '.' }, rest: after(numbers) };
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return { date: { year: wholeYear(dayMonth[3]), month: monthOf(dayMonth[2]), day: Number(dayMonth[1]) }, rest: after(dayMonth) };
  const monthDay = MONTH_DAY.exec(text);
  return monthDay ? { date: { year: Number(monthDay[3]), month: monthOf(monthDay[1]), day: Number(monthDay[2]) }, rest: after(monthDay) } : undefined;
}

const wholeYear = (digits = ''): number => (digits.length === 2 ? 2000 : 0) + Number(digits);
const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function timeOf(date: CellDate, rest: string): TimeReading {
  const [, hours = '', minutes, seconds = '0', half = '', zone = ''] = CLOCK.exec(rest) ?? [];
  if (minutes === undefined) return NO_ZONE;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (half !== '' && (Number(hours) > 12 || Number(hours) === 0))) return NO_ZONE;
  const clock = { hour, minute: Number(minutes), second: Number(seconds) };
  if (zone === '') return { kind: 'time', date, clock };
  if (/^(?:Z|UTC|GMT|\(UTC\))$/i.test(zone)) return { kind: 'time', date, clock, offset: 0 };
  const [, sign, offsetHours, offsetMinutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign === undefined) return /^[A-Za-z()/_ ]+$/.test(zone) ? { kind: 'zone', zone } : NO_ZONE;
  return { kind: 'time', date, clock, offset: (sign === '+' ? 1 : -1) * (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000 };
}

/** What all dates of a table say about the order of day and month. */
export interface OrderFinding {
  /** Whether any date needs it. */
  readonly isNeeded: boolean;
  /** Absent where no date tells, or where some say one thing and some the other. */
  readonly order?: DayOrder;
  /** Some say one thing and some the other. */
  readonly isMixed: boolean;
}

/** A number above 12 is a day; a date with points has the day first. */
export function findOrder(readings: Iterable<TimeReading>): OrderFinding {
  const seen = new Set<DayOrder>();
  let isNeeded = false;
  for (const reading of readings) {
    if (!('date' in reading) || !('first' in reading.date)) continue;
    isNeeded = true;
    const { first, second, dotted } = reading.date;
    if (dotted || first > 12) seen.add('dayFirst');
    if (second > 12) seen.add('monthFirst');
  }
  const [order] = seen;
  return { isNeeded, isMixed: seen.size > 1, ...(seen.size === 1 && order && { order }) };
}

/** How the times of a table were written, where they do not say so themselves. */
export interface TimeChoice {
  /** An IANA name. */
  readonly zone: string;
  readonly order?: DayOrder;
}

/**
 * A reading as UTC. Undefined where there is no such time (31 February, a month 14 in the chosen order), or where the order is needed and not chosen.
 */
export function utcOf(reading: TimeReading, { zone, order }: TimeChoice): string | undefined {
  if (reading.kind === 'instant') return storedTime(reading.at);
  if (reading.kind !== 'time') return undefined;
  const date = dayIn(reading.date, order);
  if (!date) return undefined;
  const two = (number: number): string => String(number).padStart(2, '0');
  const { hour, minute, second } = reading.clock;
  const fields = `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (reading.offset === undefined) return fromLocalFields(fields, zone);
  const asUtc = fromLocalFields(fields, 'UTC');
  return asUtc === undefined ? undefined : storedTime(Date.parse(asUtc) - reading.offset);
}

function dayIn(date: CellDate, order: DayOrder | undefined): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  if (!('first' in date)) return date;
  if (order === undefined) return undefined;
  const { year, first, second } = date;
  return order === 'dayFirst' ? { year, month: second, day: first } : { year, month: first, day: second };
}
