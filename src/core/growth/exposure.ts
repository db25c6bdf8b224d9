import { newestFirst, isReviewed } from '../incident/state';
import { localMonth, quarterMonth, quarterWords, type Locale } from '../incident/times';
import type { Incident, JournalFacts, Kind, Role } from '../journal/schema';
import { loadOf, type Load } from './load';
import { kindOf } from './occasions';
import { shorten } from './shorten';
import { bytesOf } from './within';

/** How many quarters are shown, the newest. */
const QUARTERS = 8;
/** How many stakes of one quarter. */
const STAKES = 3;
const WORDS = 90;
const GOAL = 200;
/** What all stakes together may take of the state, in bytes. */
const ROOM = 1_000;

/** What the dashboard needs of the journal's facts. */
export type ExposureFacts = Pick<JournalFacts, 'goal' | 'loadLimit'>;

/** The incidents of one kind in one quarter. */
export interface Exposed {
  readonly count: number;
  /** How many of them were looked back at. */
  readonly reviewed: number;
  /** How often in which role. Where it was not said, in none. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
}

/** One quarter with at least one incident. */
export interface Quarter {
  /** "Apr to Jun 2026". */
  readonly name: string;
  /** A kind that did not occur is absent. */
  readonly kinds: Readonly<Partial<Record<Kind, Exposed>>>;
  /** What could have been lost, in the lead's words; the newest. */
  readonly stakes: readonly string[];
  readonly moreStakes: number;
}

/** Which situations the lead met, and which they want to meet. */
export interface ExposureState {
  readonly load: Load;
  /** The situation to seek next, in the lead's words. */
  readonly goal?: string;
  /** Newest first. */
  readonly quarters: readonly Quarter[];
  /** How many earlier incidents there are. */
  readonly earlier: number;
}

/** All records, and those that the reader looks at. */
export interface ExposureRecords {
  readonly all: readonly Incident[];
  readonly shown: readonly Incident[];
}

/**
 * Every incident that was none of a false alarm, by the quarter in which it began, in the lead's zone: also those that were not
 * looked back at. Counts only; more of them is not said to be better.
 * @param now the clock, in milliseconds
 */
export function exposureState({ all, shown }: ExposureRecords, facts: ExposureFacts | undefined, locale: Locale, now: number): ExposureState {
  const quarters = new Map<string, Incident[]>();
  for (const incident of shown) {
    if (incident.cancelled !== undefined) continue;
    const quarter = quarterMonth(localMonth(incident.window.start, locale.zone));
    const known = quarters.get(quarter);
    if (known) known.push(incident);
    else quarters.set(quarter, [incident]);
  }
  const newest = [...quarters].sort(([a], [b]) => (a < b ? 1 : -1));
  const goal = shorten((facts?.goal ?? '').trim(), GOAL);
  return {
    load: loadOf(all, facts?.loadLimit, locale.zone, now),
    ...(goal !== '' && { goal }),
    quarters: inRoom(newest.slice(0, QUARTERS).map(([quarter, incidents]) => quarterState(quarter, incidents, locale.language))),
    earlier: newest.slice(QUARTERS).reduce((sum, [, incidents]) => sum + incidents.length, 0),
  };
}

function quarterState(quarter: string, incidents: readonly Incident[], language: string): Quarter {
  const kinds: Partial<Record<Kind, Exposed>> = {};
  for (const kind of ['real', 'drill', 'shadow'] as const) {
    const of = incidents.filter((each) => kindOf(each) === kind);
    if (of.length > 0) kinds[kind] = { count: of.length, reviewed: of.filter(isReviewed).length, roles: rolesIn(of) };
  }
  const said = [...incidents].sort(newestFirst).map(({ stakes }) => (stakes ?? '').trim());
  const stakes = [...new Set(said.filter((each) => each !== ''))];
  return { name: quarterWords(quarter, language), kinds, stakes: stakes.slice(0, STAKES).map((each) => shorten(each, WORDS)), moreStakes: Math.max(0, stakes.length - STAKES) };
}

function rolesIn(incidents: readonly Incident[]): Partial<Record<Role, number>> {
  const roles: Partial<Record<Role, number>> = {};
  for (const { role } of incidents) if (role) roles[role] = (roles[role] ?? 0) + 1;
  return roles;
}

/** Stakes as long as there is room for them, the newest quarter first; the others are counted. */
function inRoom(quarters: readonly Quarter[]): readonly Quarter[] {
  let left = ROOM;
  return quarters.map((quarter) => {
    const stakes = quarter.stakes.filter((each) => (left -= bytesOf(each)) >= 0);
    return { ...quarter, stakes, moreStakes: quarter.moreStakes + quarter.stakes.length - stakes.length };
  });
}
