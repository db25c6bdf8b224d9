import { arrangeFacts, arrangeIncident, arrangePeople } from '../core/journal/arrange';
import { judgeFacts, judgeIncident, judgePeople } from '../core/journal/check';
import type { Verdict } from '../core/journal/check';
import { FORMAT } from '../core/journal/values';
import type { Incident, JournalFacts, People } from '../core/journal/schema';

/** What a file of the journal holds: how its value is judged, and in which order it is written. */
export interface RecordKind<T> {
  readonly judge: (value: unknown) => Verdict<T>;
  readonly arrange: (record: T) => T;
  /** What is changed where there is no file yet. Undefined: there is nothing to change then. */
  readonly absent?: T;
}

export const incidentKind: RecordKind<Incident> = { judge: judgeIncident, arrange: arrangeIncident };
export const factsKind: RecordKind<JournalFacts> = { judge: judgeFacts, arrange: arrangeFacts };
export const peopleKind: RecordKind<People> & { readonly absent: People } = { judge: judgePeople, arrange: arrangePeople, absent: { format: FORMAT, people: [] } };

/** What holds for the journal as a whole: its id, whether it is shared. */
export const FACTS_FILE = 'debrief-journal.json';
/** The only file with names in it. */
export const PEOPLE_FILE = 'debrief-people.json';
/** Everything below is an incident, in a folder for each year. */
export const INCIDENTS = 'incidents';
