import { openIncidents } from '../incident/life';
import { isZone } from '../incident/zone';
import type { Incident } from '../journal/schema';
import { clockOf, dayOf, isNight, plusDays } from './days';
import { settled, type HistoryReading, type PromptHistory } from './history';
import type { PromptSettings } from './settings';

const DAY = 86_400_000;

/** What the lead is doing. The editor's own do-not-disturb is not here: it holds notifications by itself and says so to nobody. */
export interface Moment {
  /** This window of the editor has the focus. */
  readonly windowActive: boolean;
  /** When something was last typed in an editor or in our pages, in milliseconds; absent: not since this window was opened. */
  readonly lastTypedAt?: number;
  readonly debugging: boolean;
}

/** All that the gate knows. */
export interface Circumstances {
  /** Every record that is not deleted, in any order. */
  readonly records: readonly Incident[];
  readonly history: HistoryReading;
  readonly settings: PromptSettings;
  /** The lead's time zone, an IANA name. One that is not known is taken for UTC; `usableZone` says so to the lead. */
  readonly zone: string;
  /** The clock, in milliseconds. */
  readonly now: number;
  readonly moment: Moment;
}

/** An end of an incident, in milliseconds. */
interface End {
  readonly incident: Incident;
  readonly at: number;
}

/** What the rules look at: the circumstances, and what each of them would count anew. */
export interface Scene extends Omit<Circumstances, 'history'> {
  readonly history: PromptHistory;
  readonly isHistoryNewer: boolean;
  /** Incidents that are open, the newest first. */
  readonly open: readonly Incident[];
  readonly lastEnd: End | undefined;
  /** Ends in a night of these days, by the day of the morning after. */
  readonly mornings: ReadonlyMap<string, End>;
  /** Each incident once for each day on which it was asked about. */
  readonly askedOn: readonly { readonly incident: string; readonly day: string }[];
}

export function sceneOf({ history: reading, zone: given, ...rest }: Circumstances): Scene {
  const zone = isZone(given) ? given : 'UTC';
  const history = reading.state === 'newer' ? { format: 1 as const, asked: [] } : settled(reading.history, rest.now);
  const ends = endsOf(rest.records, rest.now);
  return {
    ...rest,
    zone,
    history,
    isHistoryNewer: reading.state === 'newer',
    open: openIncidents(rest.records),
    lastEnd: ends.reduce<End | undefined>((last, end) => (last && last.at >= end.at ? last : end), undefined),
    mornings: morningsOf(ends, rest.settings, zone, rest.now),
    askedOn: askedDays(history, zone),
  };
}

/** Whether an end is further in the future than clocks of two machines differ: it says nothing about now. */
export const isFarAhead = (end: number, now: number): boolean => end > now + DAY;

function endsOf(records: readonly Incident[], now: number): readonly End[] {
  return records
    .filter(({ cancelled, window }) => cancelled === undefined && window.end !== undefined)
    .map((incident) => ({ incident, at: Date.parse(incident.window.end ?? '') }))
    .filter(({ at }) => !isFarAhead(at, now));
}

function morningsOf(ends: readonly End[], settings: PromptSettings, zone: string, now: number): ReadonlyMap<string, End> {
  const recent = ends.filter(({ at }) => at > now - 2 * DAY);
  const atNight = recent.filter(({ at }) => isNight(clockOf(at, zone), settings));
  return new Map(atNight.map((end) => [morningAfter(end.at, settings, zone), end]));
}

/** The day on which the night of a time ends. */
function morningAfter(at: number, { nightUntil }: PromptSettings, zone: string): string {
  const day = dayOf(at, zone);
  return clockOf(at, zone) < nightUntil ? day : plusDays(day, 1);
}

function askedDays(history: PromptHistory, zone: string): Scene['askedOn'] {
  const pairs = history.asked.flatMap(({ incident, times }) => times.map((time) => ({ incident, day: dayOf(Date.parse(time), zone) })));
  return [...new Map(pairs.map((pair) => [`${pair.day} ${pair.incident}`, pair])).values()];
}
