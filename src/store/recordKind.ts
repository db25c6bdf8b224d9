import { arrangeFacts, arrangeIncident, arrangePeople } from '../core/journal/arrange';
import { judgeFacts, judgePeople, judgeStored } from '../core/journal/check';
import type { Verdict } from '../core/journal/check';
import { isDeleted, remove, restore } from '../core/journal/deletion';
import { migrate } from '../core/journal/migrations';
import type { Migrations, Steps } from '../core/journal/migrations';
import { FORMAT } from '../core/journal/values';
import type { Incident, JournalFacts, People, PurgedIncident, StoredIncident } from '../core/journal/schema';
import { digest } from './digest';

/** What a file of the journal holds: how its value is judged, and in which order it is written. */
export interface RecordKind<T> {
  /** Of an older format, after its steps into this one. */
  readonly judge: (value: unknown) => Verdict<T>;
  /** The older format from which `judge` brings a value into this one; undefined where it is of this format, or cannot be brought. */
  readonly olderFormat: (value: Readonly<Record<string, unknown>>) => number | undefined;
  readonly arrange: (record: T) => T;
  /** What is changed where there is no file yet. Undefined: there is nothing to change then. */
  readonly absent?: T;
}

/** As much of a kind as reading needs. */
export type Judge = Pick<RecordKind<unknown>, 'judge'>;

/** Whether a record is only what is left of one. As `isPurged`, of a record that was judged. */
export const isStub = (record: StoredIncident): record is PurgedIncident => !('title' in record);

/** The kinds of files of a journal. */
export interface RecordKinds {
  readonly incident: RecordKind<StoredIncident>;
  readonly facts: RecordKind<JournalFacts>;
  readonly people: RecordKind<People> & { readonly absent: People };
}

/** @param migrations how older formats are brought into this one */
export function recordKinds(migrations: Migrations): RecordKinds {
  const incident = migrating(migrations.incident, judgeStored);
  return {
    incident: { ...incident, judge: (value) => stillDeleted(value, incident.judge(value)), arrange: (record) => arrangeIncident(record as Incident) },
    facts: { ...migrating(migrations.facts, judgeFacts), arrange: arrangeFacts },
    people: { ...migrating(migrations.people, judgePeople), arrange: arrangePeople, absent: { format: FORMAT, people: [] } },
  };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function migrating<T>(steps: Steps, judge: (value: unknown) => Verdict<T>): Pick<RecordKind<T>, 'judge' | 'olderFormat'> {
  return {
    judge: (value) => judge(isFields(value) ? migrate(value, steps).value : value),
    olderFormat: (value) => migrate(value, steps).from,
  };
}

/** Steps change the record, and would so undo its deletion: one that fitted before them fits again. */
function stillDeleted(value: unknown, verdict: Verdict<StoredIncident>): Verdict<StoredIncident> {
  if (verdict.state !== 'valid' || verdict.record === value || isStub(verdict.record)) return verdict;
  const { deleted } = verdict.record;
  if (!deleted || !isDeleted(value as Incident, digest)) return verdict;
  return { state: 'valid', record: remove(restore(verdict.record), deleted.at, digest) };
}

/** What holds for the journal as a whole: its id, whether it is shared. */
export const FACTS_FILE = 'debrief-journal.json';
/** The only file with names in it. */
export const PEOPLE_FILE = 'debrief-people.json';
/** Everything below is an incident, in a folder for each year. */
export const INCIDENTS = 'incidents';
