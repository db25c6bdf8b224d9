import type { Incident, JournalFacts, Person } from '../journal/schema';
import type { Locale } from '../incident/times';
import { nextOf, type Next } from './next';
import { planState, type PlanState } from './planState';
import { recordedState, type RecordedState } from './recorded';
import type { Remedy } from './remedies';
import { scopeOf, USUAL_SCOPE, type Scope, type ScopeState } from './scope';
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
  /** The open plan is just being typed from memory: its words do not stand beside the question. */
  readonly isRehearsing?: boolean;
  /** What the reader chose to look at; real incidents of all time where absent. */
  readonly scope?: Scope;
  /** The people file, and the facts of the journal. */
  readonly people?: readonly Person[];
  readonly facts?: JournalFacts;
}

/** All that the dashboard shows. The page adds only what the reader chose to look at. */
export interface DashboardState {
  readonly notice?: Notice;
  readonly reading: boolean;
  /** Nothing was reflected on yet, nothing waits, and there is no plan: the page teaches instead. */
  readonly empty: boolean;
  readonly next: Next;
  readonly plan: PlanState;
  readonly scope: ScopeState;
  /** What the record shows in that scope. */
  readonly recorded: RecordedState;
  readonly faults: readonly Fault[];
  readonly moreFaults: number;
}

/**
 * The whole state of the dashboard. Pure: the same records in any order give the same state. It holds counts, medians and ranges
 * under the rules for numbers, and no total, mean, share or verdict.
 * @param records every record that is not deleted
 */
export function dashboardState(records: readonly Incident[], context: DashboardContext): DashboardState {
  const { locale, now, faults, notice, reading = false, people = [], facts } = context;
  const scope = scopeOf(records, context.scope ?? USUAL_SCOPE, locale, now);
  const next = nextOf(records, locale, now, { people, facts });
  const plan = planState(records, locale, now, context.isRehearsing);
  return {
    ...(notice && { notice }),
    reading,
    empty: next.items.length === 0 && !plan.open && plan.earlier.length === 0 && !scope.state.begun && isUnset(facts),
    next,
    plan,
    scope: scope.state,
    recorded: recordedState({ records: scope.records, kind: scope.state.kind, all: records, people, facts, open: [], locale, now }),
    faults: faults.slice(0, FAULTS).map((fault) => ({ ...fault, name: shorten(fault.name, NAME), reason: shorten(fault.reason, REASON) })),
    moreFaults: Math.max(0, faults.length - FAULTS),
  };
}

/** Neither a goal nor a limit was set. */
function isUnset({ goal = '', loadLimit }: Pick<JournalFacts, 'goal' | 'loadLimit'> = {}): boolean {
  return goal.trim() === '' && loadLimit === undefined;
}
