import type { Locale } from '../incident/times';
import type { Incident, JournalFacts, Kind, Person } from '../journal/schema';
import { behavioursState } from './behavioursState';

/** What a section that shows the record is made from. */
export interface Recorded {
  /** The incidents of the chosen period, of every kind. */
  readonly records: readonly Incident[];
  /** The chosen kind. */
  readonly kind: Kind;
  /** The incidents of every period. */
  readonly all: readonly Incident[];
  readonly people: readonly Person[];
  /** Undefined where there is no such file yet. */
  readonly facts: JournalFacts | undefined;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/** The sections that show the record, by their ids. One more is a line here and one in `src/webview/dashboard/recordSections.tsx`. */
const sections = {
  behaviours: behavioursState,
} satisfies Readonly<Record<string, (recorded: Recorded) => unknown>>;

type Sections = typeof sections;
export type SectionId = keyof Sections;

/** The state of each. */
export type RecordedState = { readonly [Id in SectionId]: ReturnType<Sections[Id]> };

/** What the record shows of the chosen kind and period. */
export function recordedState(recorded: Recorded): RecordedState {
  const states = Object.entries(sections).map(([id, stateOf]) => [id, stateOf(recorded)]);
  return Object.fromEntries(states) as RecordedState;
}
