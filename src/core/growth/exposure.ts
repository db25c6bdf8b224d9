import { newestFirst, isReviewed } from '../incident/state';
import { quarterOf, quarterWords } from '../incident/quarter';
import type { Locale } from '../incident/times';
import type { Incident, JournalFacts, Kind, Role, Sought } from '../journal/schema';
import { loadOf, type Load } from './load';
import { kindOf } from './occasions';
import { cameSince, seekOf, type Came, type Seek } from './seek';
import { shorten } from './shorten';
import { bytesOf } from './within';

/** How many stakes of one quarter. */
const STAKES = 3;
const WORDS = 90;
const GOAL = 140;
/** How many quarters are shown, the newest; in how many of them the roles and stakes; what all stakes may take of the state, in bytes; and how much of what was sought before. */
const SHORT = { quarters: 4, detailed: 1, room: 350, sought: 1 };
/** The same where the reader opened all. */
const WHOLE = { quarters: 80, detailed: 80, room: 12_000, sought: 40 };

/** What the dashboard needs of the journal's facts. */
export type ExposureFacts = Pick<JournalFacts, 'goal' | 'seek' | 'sought' | 'loadLimit'>;

/** The incidents of one kind in one quarter. */
export interface Exposed {
  readonly count: number;
  /** How many of them were looked back at. */
  readonly reviewed: number;
  /** How often in which role; where it was not said, in none. Absent in the older quarters of the short list. */
  readonly roles?: Readonly<Partial<Record<Role, number>>>;
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
  /** The situation to seek next. */
  readonly seek?: Seek;
  /** What came since it is sought; absent where that is not known. */
  readonly came?: Came & { readonly since: string };
  /** What was sought before, the newest first: one, or all. */
  readonly sought: readonly Sought[];
  readonly moreSought: number;
  /** Newest first. */
  readonly quarters: readonly Quarter[];
  /** How many earlier incidents there are. */
  readonly earlier: number;
  /** The reader opened all. */
  readonly isWhole: boolean;
}

/** All records, and those that the reader looks at. */
export interface ExposureRecords {
  readonly all: readonly Incident[];
  readonly shown: readonly Incident[];
}

/**
 * Every incident that was none of a false alarm, by the quarter in which it began, in the lead's zone: also those that were not
 * looked back at. Counts only; more of them is not said to be better. The last year, or all.
 * @param now the clock, in milliseconds
 */
export function exposureState({ all, shown }: ExposureRecords, facts: ExposureFacts | undefined, locale: Locale, now: number, isWhole = false): ExposureState {
  const quarters = new Map<string, Incident[]>();
  for (const incident of shown) {
    if (incident.cancelled !== undefined) continue;
    const quarter = quarterOf(incident.window.start, locale.zone);
    const known = quarters.get(quarter);
    if (known) known.push(incident);
    else quarters.set(quarter, [incident]);
  }
  const newest = [...quarters].sort(([a], [b]) => (a < b ? 1 : -1));
  const most = isWhole ? WHOLE : SHORT;
  const [seek, sought] = [seekOf(facts), [...(facts?.sought ?? [])].reverse()];
  return {
    load: loadOf(all, facts?.loadLimit, locale.zone, now),
    ...(seek && { seek: { ...seek, goal: shorten(seek.goal, GOAL) } }),
    ...(seek?.since !== undefined && { came: { ...cameSince(all, seek.since, seek.role), since: seek.since } }),
    sought: sought.slice(0, most.sought),
    moreSought: Math.max(0, sought.length - most.sought),
    quarters: inRoom(newest.slice(0, most.quarters).map(([quarter, incidents], at) => quarterState(quarter, incidents, locale.language, at < most.detailed)), most.room),
    earlier: newest.slice(most.quarters).reduce((sum, [, incidents]) => sum + incidents.length, 0),
    isWhole,
  };
}

function quarterState(quarter: string, incidents: readonly Incident[], language: string, isDetailed: boolean): Quarter {
  const kinds: Partial<Record<Kind, Exposed>> = {};
  for (const kind of ['real', 'drill', 'shadow'] as const) {
    const of = incidents.filter((each) => kindOf(each) === kind);
    if (of.length > 0) kinds[kind] = { count: of.length, reviewed: of.filter(isReviewed).length, ...(isDetailed && { roles: rolesIn(of) }) };
  }
  const said = [...incidents].sort(newestFirst).map(({ stakes }) => (stakes ?? '').trim());
  const stakes = [...new Set(said.filter((each) => each !== ''))];
  const shown = stakes.slice(0, isDetailed ? STAKES : 0);
  return { name: quarterWords(quarter, language), kinds, stakes: shown.map((each) => shorten(each, WORDS)), moreStakes: stakes.length - shown.length };
}

function rolesIn(incidents: readonly Incident[]): Partial<Record<Role, number>> {
  const roles: Partial<Record<Role, number>> = {};
  for (const { role } of incidents) if (role) roles[role] = (roles[role] ?? 0) + 1;
  return roles;
}

/** Stakes as long as there is room for them, the newest quarter first; the others are counted. */
function inRoom(quarters: readonly Quarter[], room: number): readonly Quarter[] {
  let left = room;
  return quarters.map((quarter) => {
    const stakes = quarter.stakes.filter((each) => (left -= bytesOf(each)) >= 0);
    return { ...quarter, stakes, moreStakes: quarter.moreStakes + quarter.stakes.length - stakes.length };
  });
}
