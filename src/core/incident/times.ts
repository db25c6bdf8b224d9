import * as l10n from '@vscode/l10n';
import { tzOffset } from '@date-fns/tz/tzOffset';

/** How times are shown: the lead's zone (an IANA name) and the language of the editor. */
export interface Locale {
  readonly zone: string;
  readonly language: string;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function parts(time: string, locale: Locale, options: Intl.DateTimeFormatOptions): Parts {
  const format = new Intl.DateTimeFormat(locale.language, { timeZone: locale.zone, hourCycle: 'h23', ...options });
  return Object.fromEntries(format.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
}

/** "14:02" in the lead's zone. */
export function timeOfDay(time: string, locale: Locale): string {
  const { hour, minute } = parts(time, locale, { hour: '2-digit', minute: '2-digit' });
  return `${hour}:${minute}`;
}

/** "14 May", with the year where it is not this year's. */
export function dayWords(time: string, locale: Locale, now: number): string {
  const { day, month, year } = parts(time, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const thisYear = parts(new Date(now).toISOString(), locale, { year: 'numeric' }).year;
  return year === thisYear ? l10n.t('{0} {1}', day ?? '', month ?? '') : l10n.t('{0} {1} {2}', day ?? '', month ?? '', year ?? '');
}

/** "Thu 14 May, 14:02", with the year where it is not this year's. */
export function momentWords(time: string, locale: Locale, now: number): string {
  const { weekday, day, month, year } = parts(time, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const thisYear = parts(new Date(now).toISOString(), locale, { year: 'numeric' }).year;
  const date = [weekday, day, month, ...(year === thisYear ? [] : [year])].join(' ');
  return l10n.t('{0}, {1}', date, timeOfDay(time, locale));
}

/** "Thu 14 May, 14:02 to 15:37"; an open incident says only when it began. */
export function windowWords(window: { readonly start: string; readonly end?: string }, locale: Locale, now: number): string {
  const start = momentWords(window.start, locale, now);
  if (window.end === undefined) return l10n.t('since {0}', start);
  const sameDay = localFields(window.start, locale.zone).slice(0, 10) === localFields(window.end, locale.zone).slice(0, 10);
  return l10n.t('{0} to {1}', start, sameDay ? timeOfDay(window.end, locale) : momentWords(window.end, locale, now));
}

/** A UTC time as a date-and-time field shows it in a zone: "2026-05-14T14:02". */
export function localFields(time: string, zone: string): string {
  const at = new Date(time);
  return new Date(at.getTime() + tzOffset(zone, at) * 60_000).toISOString().slice(0, 16);
}

/**
 * What a date-and-time field says in a zone, as UTC; undefined where it is not a time. A time that the clocks skip in spring is
 * read with the offset before the change, one that comes twice in autumn is the first of the two.
 */
export function fromLocalFields(fields: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${fields}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offsets = [asUtc - 86_400_000, asUtc, asUtc + 86_400_000].map((near) => tzOffset(zone, new Date(near)));
  const candidates = offsets.map((offset) => asUtc - offset * 60_000).sort((a, b) => a - b);
  const exact = candidates.find((each) => each + tzOffset(zone, new Date(each)) * 60_000 === asUtc);
  return new Date(exact ?? asUtc - (offsets[0] ?? 0) * 60_000).toISOString().replace('.000Z', 'Z');
}
