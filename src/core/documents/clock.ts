import { withoutAddresses } from './plainText';

/** A time of day that a text gives, and where in the text. */
export interface FoundTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly index: number;
  readonly length: number;
}

/** With a parting: 14:05, 14:05:33.120, 2:05 pm, 14h05, the second of 13:06-14:10. "UTC-07:00", "1h30m" and the port of an address are none. */
const PARTED = /(?<![\d:.,/+]|[^\d]-)(?<hour>[01]?\d|2[0-4])(?<parting>[:h：]|\.(?=[0-5]\d\s?Uhr))(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?:[.,]\d{1,9})?(?!\d|:\d|m(?:in)?s?\b)\s{0,2}(?<half>[ap]\.?\s?m\b\.?)?/gi;
/** Directly after a day without a colon: 2026-05-14 1405, 20260514_1405, 2022-03-10 11.50. */
const AFTER_DAY = /(?<=\d{4}-\d\d-\d\d)[T _](?<hour>[01]\d|2[0-4])\.?(?<minute>[0-5]\d)(?<second>[0-5]\d)?(?![\d-])/g;
/** Only an hour: 2pm, 11 am. */
const HOUR = /(?<![\d:.,/-])(?<hour>1[0-2]|0?[1-9])\s{0,2}(?<half>[ap]\.?m)\b\.?/gi;
/** 10時05分, 9点30分. */
const CJK = /(?<!\d)(?<hour>[01]?\d|2[0-4])\s?[時点时]\s?(?:(?<minute>[0-5]?\d)\s?分)?/g;
/** Four digits are a time only before a zone: 1405 UTC, 0912Z. */
const MILITARY = /(?<![\d:.,/])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s{0,2}(?:(?:and|to|-|–|until)\s{0,2}[0-2]\d[0-5]\d\s{0,2})?(?:UTC|GMT|Z|hrs?|hours|[PECM][SD]T|BST|CES?T)\b)/g;

/** All times of day in a text, in its order; 24:00 is the end of a day. Addresses are passed over. */
export function findTimes(text: string): FoundTime[] {
  if (!/\d/.test(text)) return [];
  const searched = withoutAddresses(text);
  const matches = [AFTER_DAY, PARTED, HOUR, CJK, MILITARY].flatMap((pattern) => [...searched.matchAll(pattern)]);
  const times = matches.flatMap((match) => timeOf(match) ?? []).sort((a, b) => a.index - b.index || b.length - a.length);
  return times.filter((time, at) => !times.slice(0, at).some((other) => other.index + other.length > time.index));
}

/** The first time of day in a text. */
export const findTime = (text: string): FoundTime | undefined => findTimes(text)[0];

function timeOf(match: RegExpMatchArray): FoundTime | undefined {
  const { hour: digits = '', minute, second, half } = match.groups ?? {};
  const after = half?.[0]?.toLowerCase();
  const given = Number(digits);
  if (given === 24 && Number(minute) > 0) return undefined;
  const inDay = after === 'p' && given < 12 ? given + 12 : after === 'a' && given === 12 ? 0 : given;
  return { hour: inDay, minute: Number(minute ?? 0), second: Number(second ?? 0), index: match.index ?? 0, length: match[0].trimEnd().length };
}

/** Two times that a text gives as a range: "10:04 - 11:30", "from 17:09 EST to approximately 23:42 EST", "between … and …". */
export interface FoundRange {
  readonly from: FoundTime;
  readonly to: FoundTime;
}

/** What may be left between the ends of a range when zones, days and words like "approximately" are taken away. */
const PARTING = /^(?:-|–|—|→|->|~|〜|～|to|until|till?|through|から|到|至|bis|and)$/i;
const ASIDE = /\([^()]{0,40}\)|\b(?:20\d\d[-/.]\d\d[-/.]\d\d|20\d\d|\d{1,2}(?:st|nd|rd|th)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan\w{0,6}|feb\w{0,6}|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep\w{0,6}|oct\w{0,5}|nov\w{0,5}|dec\w{0,5}|[A-Z]{2,4}T|UTC|GMT|Z|approx(?:imately)?|about|around|roughly|circa|ca|at|on|the|of|next day|same day|hrs?|hours)\b|[,.~@]/gi;

/** The first range of times in a text. "and" counts only after "between". */
export function findRange(text: string): FoundRange | undefined {
  const times = findTimes(text);
  for (const [at, from] of times.entries()) {
    const to = times[at + 1];
    if (!to) return undefined;
    const between = text.slice(from.index + from.length, to.index);
    if (between.length <= 60 && isParting(between, text.slice(0, from.index))) return { from, to };
  }
  return undefined;
}

function isParting(between: string, before: string): boolean {
  const word = between.replace(ASIDE, ' ').trim();
  return PARTING.test(word) && (word.toLowerCase() !== 'and' || /\bbetween\b[^.]{0,60}$/i.test(before));
}
