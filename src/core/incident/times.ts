import * as l10n from '@vscode/l10n';
import { tzOffset } from '@date-fns/tz/tzOffset';

/** How times are shown: the lead's zone (an IANA name) and the language of the editor. */
export interface Locale {
  readonly zone: string;
  readonly language: string;
}

type Options = Intl.DateTimeFormatOptions;
type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const DAY_MS = 86_400_000;
/** What a date-and-time field holds; browsers may add seconds. */
const FIELDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each is made once: making one takes 70 times as long as using it, and a history shows a thousand days. */
export function dateFormat({ language, zone }: Locale, options: Options): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, format);
  return format;
}

function parts(time: string, locale: Locale, options: Options): Parts {
  return Object.fromEntries(dateFormat(locale, options).formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
}

/** A time as a record holds it: ISO 8601 UTC, in whole seconds. Nobody knows to a thousandth when an incident began. */
export function storedTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** "14:02" in the lead's zone. */
export function timeOfDay(time: string, locale: Locale): string {
  const { hour, minute } = parts(time, locale, { hour: '2-digit', minute: '2-digit' });
  return `${hour}:${minute}`;
}

/** "14 May", with the year where it is not this year's. */
export function dayWords(time: string, locale: Locale, now: number): string {
  return dateWords(time, locale, now, { day: 'numeric', month: 'long' });
}

/** The same of a day without a time, like "2026-05-14". */
export function plainDayWords(day: string, { language }: Locale, now: number): string {
  return dayWords(`${day}T12:00:00Z`, { language, zone: 'UTC' }, now);
}

/** "Thu 14 May", with the year where it is not this year's. */
export function weekdayWords(time: string, locale: Locale, now: number): string {
  return dateWords(time, locale, now, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "Thu 14 May, 14:02", with the year where it is not this year's. */
export function momentWords(time: string, locale: Locale, now: number): string {
  return l10n.t('{0}, {1}', weekdayWords(time, locale, now), timeOfDay(time, locale));
}

/** A time today as a time of day, any other with its day. */
export function whenWords(time: string, locale: Locale, now: number): string {
  return localDay(time, locale.zone) === localDay(new Date(now).toISOString(), locale.zone) ? timeOfDay(time, locale) : momentWords(time, locale, now);
}

/** English names the day before the month, wherever the reader is; each other language has an order of its own. */
function dateWords(time: string, locale: Locale, now: number, options: Options): string {
  const year = (at: Date): string => dateFormat(locale, { year: 'numeric' }).format(at);
  const withYear: Options = year(new Date(time)) === year(new Date(now)) ? options : { ...options, year: 'numeric' };
  if (!/^en\b/i.test(locale.language)) return dateFormat(locale, withYear).format(new Date(time));
  const words = parts(time, locale, withYear);
  return [words.weekday, words.day, words.month, words.year].filter((each) => each !== undefined).join(' ');
}

/** "Thu 14 May, 14:02 to 15:37"; an open incident says only when it began. */
export function windowWords(window: { readonly start: string; readonly end?: string }, locale: Locale, now: number): string {
  const start = momentWords(window.start, locale, now);
  if (window.end === undefined) return l10n.t('since {0}', start);
  const sameDay = localDay(window.start, locale.zone) === localDay(window.end, locale.zone);
  return l10n.t('{0} to {1}', start, sameDay ? timeOfDay(window.end, locale) : momentWords(window.end, locale, now));
}

/** The month of a UTC time in a zone: "2026-05". No zone is a day away from UTC, so only the days around the turn of a month are looked up. */
export function localMonth(time: string, zone: string): string {
  const day = Number(time.slice(8, 10));
  return day > 1 && day < 28 ? time.slice(0, 7) : localFields(time, zone).slice(0, 7);
}

/** The day of a UTC time in a zone: "2026-05-14". */
export function localDay(time: string, zone: string): string {
  return localFields(time, zone).slice(0, 10);
}

/** The first moment of tomorrow in a zone, as ISO 8601 UTC with thousandths: what is before it is due today. @param now the clock, in milliseconds */
export function endOfToday(zone: string, now: number): string {
  const today = localDay(new Date(now).toISOString(), zone);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return new Date(fromLocalFields(`${tomorrow}T00:00`, zone) ?? now).toISOString();
}

/** A UTC time as a date-and-time field shows it in a zone, to the minute: "2026-05-14T14:02". */
export function localFields(time: string, zone: string): string {
  const at = new Date(time);
  return new Date(at.getTime() + tzOffset(zone, at) * 60_000).toISOString().slice(0, 16);
}

/**
 * What a date-and-time field says in a zone, as UTC; undefined where it is not a time. A time that the clocks skip in spring is
 * read with the offset before the change, one that comes twice in autumn is the first of the two.
 */
export function fromLocalFields(fields: string, zone: string): string | undefined {
  const asUtc = FIELDS.test(fields) ? Date.parse(`${fields}Z`) : NaN;
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(fields.slice(0, 16))) return undefined; // 31 February
  const offsets = [asUtc - DAY_MS, asUtc, asUtc + DAY_MS].map((near) => tzOffset(zone, new Date(near)));
  const candidates = offsets.map((offset) => asUtc - offset * 60_000).sort((a, b) => a - b);
  const exact = candidates.find((each) => each + tzOffset(zone, new Date(each)) * 60_000 === asUtc);
  return new Date(exact ?? asUtc - (offsets[0] ?? 0) * 60_000).toISOString().replace('.000Z', 'Z');
}
