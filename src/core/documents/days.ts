import { withoutAddresses } from './plainText';

const DAY_MS = 86_400_000;

/** A day of the calendar, in whatever zone its document means. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A day that a text names, and where in the text. */
export interface FoundDay {
  readonly day: Day;
  readonly index: number;
  readonly length: number;
  /** The text gives the year; else it is the year that was handed in. */
  readonly withYear: boolean;
}

/** How a document means 3/4/2021. */
export type DayOrder = 'dayFirst' | 'monthFirst';

export interface DayContext {
  readonly order: DayOrder;
  /** The year of a day that has none; without it such a day is not found. */
  readonly year?: number | undefined;
}

/** Beginnings of the months' names: English, German, Dutch, French, Spanish, Portuguese, Italian. The longer ones first. */
const MONTHS: readonly (readonly [number, string])[] = [
  [1, 'january|januar|janvier|janeiro|januari|enero|gennaio|jan'],
  [2, 'february|februar|février|fevereiro|febrero|febbraio|februari|feb'],
  [3, 'march|märz|mars|março|marzo|maart|mar'],
  [4, 'april|avril|abril|aprile|apr'],
  [5, 'may|mai|maio|mayo|maggio|mei'],
  [6, 'june|juni|juin|junho|junio|giugno|jun'],
  [7, 'july|juli|juillet|julho|julio|luglio|jul'],
  [8, 'august|août|agosto|augustus|aug'],
  [9, 'september|septembre|setembro|septiembre|settembre|sept|sep'],
  [10, 'october|oktober|octobre|outubro|octubre|ottobre|oct|okt'],
  [11, 'november|novembre|novembro|noviembre|nov'],
  [12, 'december|dezember|décembre|dezembro|diciembre|dicembre|dec|dez'],
];
const NAMES = MONTHS.map(([, names]) => names).join('|');
const NAME = String.raw`(?<name>${NAMES})\b\.?`;
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s{1,3})?`;
const ORDINAL = String.raw`(?:st|nd|rd|th)?`;
/** "’24" is a year as well. */
const YEAR = String.raw`(?<year>(?:19|20)\d\d|['’]\d\d)`;

/** A way to write a day. Its groups are year, month or name, and day; or first and second, where the order depends on the document. */
interface DayStyle {
  readonly id: string;
  readonly pattern: RegExp;
}

const style = (id: string, source: string, flags = 'i'): DayStyle => ({ id, pattern: new RegExp(source, flags) });

/**
 * The styles, in the order in which they are tried. What the reference knew are iso, compact, cjk, nameFirst and dayFirst with a year; the
 * others are from documents of Chia, gattaca, mybinder, test-infra and those that the search of 2026-11 gave.
 */
const STYLES: readonly DayStyle[] = [
  style('iso', String.raw`(?<![\d.])${YEAR}[-/.‐‑–](?<month>\d{1,2})[-/.‐‑–](?<day>\d{1,2})(?!\d)`),
  // One digit too many, as two of 39 documents have it: 22025-03-18, 20202-01-16.
  style('slip', String.raw`(?<!\d)(?:2(?=20\d\d-))?${YEAR}\d?-(?<month>\d\d)-(?<day>\d\d)(?!\d)`),
  style('cjk', String.raw`${YEAR}\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日`),
  style('nameFirst', String.raw`${WEEKDAY}\b${NAME}[\s-]{0,3}(?<day>\d{1,2})${ORDINAL}(?!\d|:)(?:\s?[-–&]\s?\d{1,2}${ORDINAL})?[,\s-]{1,4}${YEAR}\b`),
  style('dayFirst', String.raw`(?<!\d)(?<day>\d{1,2})${ORDINAL}\.?[\s-]{1,3}(?:of\s{1,3}|de\s{1,3})?${NAME}(?:\s{1,3}de)?,?[\s-]{1,3}${YEAR}\b`),
  style('git', String.raw`\b${NAME}\s{1,3}(?<day>\d{1,2})\s{1,3}\d\d:\d\d(?::\d\d)?\s{1,3}(?:[A-Z]{2,4}\s)?${YEAR}\b`),
  style('compact', String.raw`(?<![\dA-Za-z])${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)`),
  style('numeric', String.raw`(?<![\d./-])(?<first>\d{1,2})(?<parting>[-/.])(?<second>\d{1,2})\k<parting>(?<year>20\d\d|(?<![.]..?[.])\d\d)(?![\d./-])`),
];
const YEARLESS: readonly DayStyle[] = [
  style('nameFirst', String.raw`${WEEKDAY}\b${NAME}[\s-]{0,3}(?<day>\d{1,2})${ORDINAL}(?!\d|:\d|\.\d)\b`),
  style('dayFirst', String.raw`(?<![\d:.])(?<day>\d{1,2})${ORDINAL}\.?\s{1,3}(?:of\s{1,3}|de\s{1,3})?${NAME}(?!\w)`),
  style('cjk', String.raw`(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日`),
  style('numeric', String.raw`^\W{0,3}(?<first>\d{1,2})(?<parting>[-/])(?<second>\d{1,2})(?=\s{1,3}\d{1,2}:\d\d|\s{0,2}$)`),
];

/** The first day that a text names, in the first style that fits: with a year, else without one where the context has it. */
export function findDay(text: string, context: DayContext): FoundDay | undefined {
  if (!/\d/.test(text)) return undefined;
  const searched = withoutAddresses(text);
  const dated = STYLES.map(({ pattern }) => found(pattern.exec(searched), context)).filter((each) => each !== undefined);
  if (dated.length > 0) return dated.reduce((first, each) => (each.index < first.index ? each : first));
  if (context.year === undefined) return undefined;
  return YEARLESS.map(({ pattern }) => found(pattern.exec(searched), context)).find((each) => each !== undefined);
}

function found(match: RegExpExecArray | null, { order, year }: DayContext): FoundDay | undefined {
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const [month, day] = groups.first === undefined ? [groups.month === undefined ? monthOf(groups.name) : Number(groups.month), Number(groups.day)] : ordered(Number(groups.first), Number(groups.second), groups.year === undefined && groups.parting === '-' ? 'monthFirst' : order);
  const given = groups.year === undefined ? year : yearOf(groups.year);
  if (given === undefined || month === undefined || !isDay(given, month, day)) return undefined;
  return { day: { year: given, month, day }, index: match.index, length: match[0].length, withYear: groups.year !== undefined };
}

/** Month and day of two numbers: as the document orders them, else the only way that there is such a day. */
function ordered(first: number, second: number, order: DayOrder): readonly [number, number] {
  if (first > 12) return [second, first];
  if (second > 12) return [first, second];
  return order === 'dayFirst' ? [second, first] : [first, second];
}

function yearOf(digits: string): number {
  const year = Number(digits.replace(/\D/g, ''));
  return year < 100 ? year + 2000 : year;
}

const monthOf = (name = ''): number | undefined => MONTHS.find(([, names]) => names.split('|').includes(name.toLowerCase()))?.[0];

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && at.getUTCMonth() === month - 1;
}

/**
 * How a document orders day and month: as a day above 12 shows, else as the reading that is nearer to a day that is written with its
 * year first, within 60 days, else month first with a clock of 12 hours or a zone of America, else day first.
 */
export function orderOf(text: string): DayOrder {
  const numeric = [...text.matchAll(/(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(?:(20\d\d)|\d\d)(?![\d./-])/g)].slice(0, 50);
  const pairs = numeric.map((match) => ({ first: Number(match[1]), second: Number(match[3]), year: Number(match[4]) }));
  if (pairs.some(({ first, second }) => first > 12 && second <= 12)) return 'dayFirst';
  if (pairs.some(({ first, second }) => second > 12 && first <= 12)) return 'monthFirst';
  const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(text);
  const [first] = pairs;
  if (iso && first && first.year > 0) {
    const near = Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
    const away = (order: DayOrder): number => Math.abs(Date.UTC(first.year, ordered(first.first, first.second, order)[0] - 1, ordered(first.first, first.second, order)[1]) - near);
    if (away('dayFirst') !== away('monthFirst') && Math.min(away('dayFirst'), away('monthFirst')) < 60 * DAY_MS) return away('dayFirst') < away('monthFirst') ? 'dayFirst' : 'monthFirst';
  }
  return /\d\s?[ap]\.?m\b|\b[PEMC][SD]?T\b/i.test(text.slice(0, 20_000)) ? 'monthFirst' : 'dayFirst';
}

/** Days from the first to the second. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((utcOf(second) - utcOf(first)) / DAY_MS);
}

/** The day so many days later. */
export function dayAfter(day: Day, days = 1): Day {
  const at = new Date(utcOf(day) + days * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** A day that had no year, in the year that brings it nearest to another: 31 December beside 2 January is last year's. */
export function nearest(day: Day, to: Day): Day {
  const away = daysBetween(to, day);
  if (away > 200) return { ...day, year: day.year - 1 };
  return away < -200 ? { ...day, year: day.year + 1 } : day;
}

/** "2026-05-14". */
export const dayText = ({ year, month, day }: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const utcOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);
