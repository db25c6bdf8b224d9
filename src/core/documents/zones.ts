import { tzOffset } from '@date-fns/tz/tzOffset';
import { dayAfter, type Day } from './days';
import type { FoundTime } from './clock';

/** A zone that a text names: minutes east of UTC, or an IANA name where the offset depends on the day. */
export type Zone = number | string;

/**
 * What the usual letters mean, in minutes east of UTC. They are read literally: who writes PST in July is an hour off, as the text is. PT, ET,
 * CT and MT have no fixed offset. IST is India's, CST is America's.
 */
const LETTERS: Readonly<Record<string, Zone>> = {
  UTC: 0, GMT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120, EET: 120, EEST: 180, MSK: 180, WAT: 60, CAT: 120, SAST: 120, EAT: 180,
  IST: 330, WIB: 420, SGT: 480, HKT: 480, JST: 540, KST: 540, AWST: 480, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780,
  BRT: -180, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, HST: -600,
  ET: 'America/New_York', CT: 'America/Chicago', MT: 'America/Denver', PT: 'America/Los_Angeles',
};
const NAMES: Readonly<Record<string, string>> = { pacific: 'America/Los_Angeles', eastern: 'America/New_York', mountain: 'America/Denver', central: 'America/Chicago', 'central european': 'Europe/Berlin', london: 'Europe/London', uk: 'Europe/London', denver: 'America/Denver', berlin: 'Europe/Berlin', paris: 'Europe/Paris', tokyo: 'Asia/Tokyo', sydney: 'Australia/Sydney', amsterdam: 'Europe/Amsterdam', stockholm: 'Europe/Stockholm', 'new york': 'America/New_York', 'san francisco': 'America/Los_Angeles' };

const OFFSET = /\b(?:UTC|GMT)\s?([+\-−–])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/;
const AFTER_TIME = /T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)|\d\d:\d\d(?::\d\d)?\s?(?:(Z)\b|(\+(?:0\d|1[0-4]):?(?:00|30|45))(?!\d))|\d\d:\d\d:\d\d\s?(-(?:0\d|1[0-2]):?(?:00|30))(?!\d)/;
const LETTER = new RegExp(String.raw`\b(${Object.keys(LETTERS).sort((a, b) => b.length - a.length).join('|')})\b`);
const NAMED = /\b(?:(Pacific|Eastern|Mountain|Central European|Central)(?: (?:Standard |Daylight |Summer )?Time)|(?:US|UC)\/(Pacific|Eastern|Mountain|Central)|(London|UK) time)\b/i;
/** Right after a time also a city or the bare name: "7:09 AM Eastern", "16:37 Denver". */
const BESIDE = /(?<=\d\s?(?:[ap]\.?m\.?)?\s{0,2})(Pacific|Eastern|Mountain|Central|Denver|Berlin|London|Paris|Tokyo|Sydney|Amsterdam|Stockholm|New York|San Francisco)\b/i;
const IANA = /\b((?:Europe|America|Asia|Australia|Africa|Pacific|Atlantic)\/[A-Z][A-Za-z_]{2,30})\b/;

/** The first zone that a text names, with its place; undefined where it names none. */
export function findZone(text: string): { readonly zone: Zone; readonly index: number } | undefined {
  const offset = OFFSET.exec(text);
  if (offset) return { zone: minutes(offset[1] === '+' ? 1 : -1, offset[2], offset[3]), index: offset.index };
  const iana = IANA.exec(text);
  if (iana?.[1] !== undefined && isKnown(iana[1])) return { zone: iana[1], index: iana.index };
  const named = NAMED.exec(text) ?? BESIDE.exec(text);
  const name = (named?.[1] ?? named?.[2] ?? named?.[3])?.toLowerCase();
  if (named && name !== undefined) return { zone: NAMES[name] ?? 0, index: named.index };
  const letter = LETTER.exec(text);
  if (letter) return { zone: LETTERS[letter[1] ?? ''] ?? 0, index: letter.index };
  const after = AFTER_TIME.exec(text);
  const sign = after?.[1] ?? after?.[2] ?? after?.[3] ?? after?.[4];
  if (!after || sign === undefined) return undefined;
  return { zone: sign === 'Z' ? 0 : minutes(sign.startsWith('-') ? -1 : 1, sign.slice(1, 3), sign.slice(-2)), index: after.index };
}

const minutes = (sign: number, hours = '0', rest = '0'): number => sign * (Number(hours) * 60 + Number(rest));

function isKnown(zone: string): boolean {
  return !Number.isNaN(tzOffset(zone, new Date(0)));
}

/** A day and a time of day in a zone, as milliseconds since 1970 in UTC. A time that the clocks skip takes the offset before it. */
export function momentOf(day: Day, time: Pick<FoundTime, 'hour' | 'minute' | 'second'>, zone: Zone): number {
  const { year, month, day: date } = time.hour === 24 ? dayAfter(day) : day;
  const asUtc = Date.UTC(year, month - 1, date, time.hour % 24, time.minute, time.second);
  if (typeof zone === 'number') return asUtc - zone * 60_000;
  const near = asUtc - tzOffset(zone, new Date(asUtc)) * 60_000;
  return asUtc - tzOffset(zone, new Date(near)) * 60_000;
}
