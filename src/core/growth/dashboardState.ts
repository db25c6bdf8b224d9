import type { Incident, Kind } from '../journal/schema';
import { KINDS } from '../journal/values';
import type { Locale } from '../incident/times';
import { behaviours, familyName, isAskedIn } from '../reflection/behaviours';
import { nextOf, type Next } from './next';
import { collectOccasions, type Occasions } from './occasions';
import { planState, type PlanState } from './planState';
import type { Remedy } from './remedies';
import { seriesOf, type Series } from './series';
import { shorten } from './shorten';

/** How many files that cannot be used are listed; the others show once these are put right. */
const FAULTS = 3;
const NAME = 60;
const REASON = 240;

/** One sentence about the journal as a whole: there is none here, or nothing can be saved. */
export interface Notice {
  readonly words: string;
  /** What can be done about it. */
  readonly remedies?: readonly Remedy[];
}

/** A file of the journal that is not counted, because it cannot be read or changed as it is. */
export interface Fault {
  readonly name: string;
  /** One sentence: what is wrong, where, and what to do. */
  readonly reason: string;
  /** As the journal names it; empty where there is no one file to open. */
  readonly file: string;
  /** A backup of it may help. */
  readonly canRestore?: boolean;
}

/** All that a dashboard's state is made from, beside the records. */
export interface DashboardContext {
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
  readonly faults: readonly Fault[];
  readonly notice?: Notice;
  /** Older records are still being read, so that counts will rise. */
  readonly reading?: boolean;
}

/** One behaviour. A kind in which it had no occasion is absent. */
export interface BehaviourState {
  readonly id: string;
  readonly name: string;
  /** The family's name, as a heading. */
  readonly family: string;
  /** In which kinds of incident it is asked at all: who only watched has no team to rate. */
  readonly askedIn: readonly Kind[];
  readonly series: Readonly<Partial<Record<Kind, Series>>>;
}

/** What the finished reflections show, real, drill and shadow apart. */
export interface GrowthState {
  /** How many reflections were finished. */
  readonly reflections: Readonly<Record<Kind, number>>;
  readonly behaviours: readonly BehaviourState[];
}

/** All that the dashboard shows. The page adds only what the reader chose to look at. */
export interface DashboardState {
  readonly notice?: Notice;
  readonly reading: boolean;
  /** Nothing was reflected on yet, nothing waits, and there is no plan: the page teaches instead. */
  readonly empty: boolean;
  readonly next: Next;
  readonly plan: PlanState;
  readonly growth: GrowthState;
  readonly faults: readonly Fault[];
  readonly moreFaults: number;
}

/**
 * The whole state of the dashboard. Pure: the same records in any order give the same state. It holds counts, medians and ranges
 * under the rules for numbers, and no total, mean, share or verdict.
 * @param records every record that is not deleted
 */
export function dashboardState(records: readonly Incident[], context: DashboardContext): DashboardState {
  const { locale, now, faults, notice, reading = false } = context;
  const occasions = collectOccasions(records);
  const next = nextOf(records, locale, now);
  const plan = planState(records, locale, now);
  return {
    ...(notice && { notice }),
    reading,
    empty: next.items.length === 0 && !plan.open && plan.earlier.length === 0 && KINDS.every((kind) => occasions.reflections[kind] === 0),
    next,
    plan,
    growth: growthState(occasions),
    faults: faults.slice(0, FAULTS).map((fault) => ({ ...fault, name: shorten(fault.name, NAME), reason: shorten(fault.reason, REASON) })),
    moreFaults: Math.max(0, faults.length - FAULTS),
  };
}

function growthState(occasions: Occasions): GrowthState {
  const rows = behaviours().map(({ id, name, family }): BehaviourState => {
    const series: Partial<Record<Kind, Series>> = {};
    for (const kind of KINDS) {
      const of = seriesOf(occasions.of(id, kind));
      if (of) series[kind] = of;
    }
    const askedIn = KINDS.filter((kind) => isAskedIn(kind, id));
    return { id, name, family: familyName(family), askedIn, series };
  });
  return { reflections: occasions.reflections, behaviours: rows };
}
