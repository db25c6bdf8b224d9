import { storedTime } from '../incident/times';

/** ISO 8601 with its zone; a blank for the T, as RFC 3339 allows. */
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)$/i;
/** No zone is further from UTC than this, in minutes. */
const FARTHEST = 14 * 60;

/** A time as a link says it, as records hold it: UTC, whole seconds. Undefined where that is no time, or names no zone: then nobody knows when it was. */
export function linkTime(text: string): string | undefined {
  const [, day = '', minute = '', second = '00', zone = ''] = ISO.exec(text) ?? [];
  const local = Date.parse(`${day}T${minute}:${second}Z`);
  // 31 February, which the clock would take for a day in March
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 16) !== `${day}T${minute}`) return undefined;
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  const offset = hours * 60 + minutes;
  if (minutes > 59 || offset > FARTHEST) return undefined;
  return storedTime(local - (zone.startsWith('-') ? -1 : 1) * offset * 60_000);
}
