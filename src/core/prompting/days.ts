import { fromLocalFields, localFields } from '../incident/times';
import { WEEKDAYS, type PromptSettings } from './settings';

const DAY = 86_400_000;
const REMEMBERED = 2_000;

/** A time in milliseconds as it is stored: ISO 8601 in UTC. */
export const iso = (at: number): string => new Date(at).toISOString();

/** The rules ask for the same few times again and again, for each incident that waits. By zone, and what is asked there. */
function remembered<K, T>(find: (about: K, zone: string) => T): (about: K, zone: string) => T {
  const known = new Map<string, Map<K, T>>();
  return (about, zone) => {
    const there = known.get(zone) ?? new Map<K, T>();
    known.set(zone, there);
    const found = there.get(about);
    if (found !== undefined) return found;
    if (there.size > REMEMBERED) there.clear();
    const fresh = find(about, zone);
    there.set(about, fresh);
    return fresh;
  };
}

const fieldsAt = remembered((at: number, zone) => {
  const fields = localFields(iso(at), zone);
  return { day: fields.slice(0, 10), clock: fields.slice(11, 16) };
});
const timeOf = remembered((fields: string, zone) => Date.parse(fromLocalFields(fields, zone) ?? ''));

/** The day in a zone, "2026-05-14", at a time in milliseconds. */
export const dayOf = (at: number, zone: string): string => fieldsAt(at, zone).day;

/** The time of day in a zone, "14:02", at a time in milliseconds. Two of them compare as texts. */
export const clockOf = (at: number, zone: string): string => fieldsAt(at, zone).clock;

/** The day that is some days after another, before it where the number is below 0. */
export const plusDays = (day: string, days: number): string => iso(Date.parse(`${day}T00:00Z`) + days * DAY).slice(0, 10);

/** When a day in a zone has come to a time of day, in milliseconds. A time that the clocks skip comes as `fromLocalFields` says. */
export const timeOn = (day: string, clock: string, zone: string): number => timeOf(`${day}T${clock}`, zone);

/** The place of a day in its week: 0 for Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

type Workdays = Pick<PromptSettings, 'workdays'>;

/** Whether the lead works on a day. */
export function isWorkday(day: string, { workdays }: Workdays): boolean {
  const weekday = WEEKDAYS[weekdayOf(day)];
  return workdays.some((each) => each === weekday);
}

/** The working day that is some working days after a day, 1 for the next one. Where no day is one, every day counts. */
export function workdayAfter(day: string, count: number, settings: Workdays): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = plusDays(at, 1);
    if (settings.workdays.length === 0 || isWorkday(at, settings)) left -= 1;
  }
  return at;
}

/** Whether an incident that ended at a time ended in the night; where night begins and ends at the same time, there is none. */
export function isNight(clock: string, { nightFrom, nightUntil }: Pick<PromptSettings, 'nightFrom' | 'nightUntil'>): boolean {
  const began = clock >= nightFrom;
  const goesOn = clock < nightUntil;
  return nightFrom <= nightUntil ? began && goesOn : began || goesOn;
}
