import type { Locale } from '../incident/times';
import type { Incident, JournalFacts, Kind, Person } from '../journal/schema';
import { behavioursState } from './behavioursState';
import { exposureState } from './exposure';
import { exposureInWords } from './exposureWords';
import { guessState } from './guess';
import { guessInWords } from './guessWords';
import type { ListId } from './lists';
import { notesState } from './notes';
import { notesInWords } from './notesWords';
import { kindOf } from './occasions';
import { notThanked, peopleState } from './people';
import { peopleInWords } from './peopleWords';

/** What a section that shows the record is made from. */
export interface Recorded {
  /** The incidents of the chosen period, of every kind. */
  readonly records: readonly Incident[];
  /** The chosen kind. */
  readonly kind: Kind;
  /** The incidents of every period. */
  readonly all: readonly Incident[];
  readonly people: readonly Person[];
  /** The lists that the reader opened. */
  readonly open: readonly ListId[];
  /** Undefined where there is no such file yet. */
  readonly facts: JournalFacts | undefined;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/** The sections that show the record, by their ids. One more is a line here and one in `src/webview/dashboard/recordSections.tsx`. */
const sections = {
  behaviours: behavioursState,
  guess: ({ records, kind }) => guessInWords(guessState(records)[kind]),
  notes: ({ records, kind, open, locale, now }) => notesInWords(notesState(records.filter((each) => kindOf(each) === kind), locale, now, open.includes('notes')), kind),
  // Every kind, each in its own column: an incident that was drilled is exposure too.
  exposure: ({ all, records, kind, facts, open, locale, now }) => exposureInWords(exposureState({ all, shown: records }, facts, locale, now, open.includes('exposure')), kind, locale, now),
  people: ({ records, kind, people, open, locale, now }) => peopleInWords(peopleState(records.filter((each) => kindOf(each) === kind), people, locale, now, open.includes('people')), notThanked(records, kind)),
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

/** The sections whose lists are open, with all that they have. */
export function wholeLists(recorded: Recorded): Partial<Pick<RecordedState, ListId>> {
  return Object.fromEntries(recorded.open.map((id) => [id, sections[id](recorded)]));
}
