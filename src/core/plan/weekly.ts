import { fromLocalFields, localDay } from '../incident/times';
import type { Cue } from '../journal/schema';

const DAY = 86_400_000;
/** "09:30". */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a weekly cue begins with. */
export const USUAL_TIME = '09:30';

/** Whether a text is a time of day: "09:30". */
export const isTimeOfDay = (text: string): boolean => TIME_OF_DAY.test(text);

/**
 * When a weekly cue is next, or was today: its day in the lead's zone, and from when on (milliseconds since 1970). Undefined where the cue says no
 * day or no time. A time that the clocks skip in spring comes an hour later.
 * @param now the clock, in milliseconds
 */
export function weeklyTurn({ day, time = '' }: Cue, zone: string, now: number): { readonly day: string; readonly from: number } | undefined {
  if (day === undefined || !isTimeOfDay(time)) return undefined;
  const noon = Date.parse(`${localDay(new Date(now).toISOString(), zone)}T12:00:00Z`);
  const ahead = (day - new Date(noon).getUTCDay() + 7) % 7;
  const wanted = new Date(noon + ahead * DAY).toISOString().slice(0, 10);
  const from = fromLocalFields(`${wanted}T${time}`, zone);
  return from === undefined ? undefined : { day: wanted, from: Date.parse(from) };
}
