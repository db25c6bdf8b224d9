import type { Incident, JournalFacts, People } from '../core/journal/schema';
import type { Entry } from './entry';
import type { Refused, Saved } from './refusal';

export interface JournalOptions {
  /** Absolute path of the journal's folder (…/.lead-debrief). It need not exist: the first save makes it. */
  readonly folder: string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** A new id: 10 random characters of Crockford base32, in small letters. */
  readonly newId: () => string;
}

/** A file of the journal that is no incident, or the folder itself, and what is wrong with it. */
export interface Problem {
  /** Relative to the journal's folder; '' for the folder itself. */
  readonly file: string;
  readonly reason: string;
}

/**
 * The only reader and writer of the journal. Reading is from memory; every change re-reads its file inside a lock that all windows
 * share, writes it durably, then tells the listeners. The constructor does no I/O, and no method throws for a fault of the disk.
 */
export declare class Journal {
  /** Resolves when everything was read. Stays pending until `load` was called. */
  readonly whenLoaded: Promise<void>;

  constructor(options: JournalOptions);
  /** Reads the newest 300, tells the listeners and resolves; the rest follows behind (`whenLoaded`). A second call does nothing new. */
  load(): Promise<void>;
  /** Everything except what is deleted, newest first. The same array until something changes. */
  entries(): readonly Entry[];
  /** What is hidden by a deletion, newest first. */
  deletedEntries(): readonly Entry[];
  /** By id; also deleted, missing and unreadable ones. */
  get(id: string): Entry | undefined;
  /** Files that are no incidents and cannot be read, or the folder when it cannot be listed. */
  problems(): readonly Problem[];
  /** Writes a new record. Refuses an id that is there already. */
  create(record: Incident): Promise<Saved<Incident> | Refused>;
  /** Changes one record. `change` may run more than once; where it returns its argument, nothing is written. */
  update(id: string, change: (record: Incident) => Incident): Promise<Saved<Incident> | Refused>;
  /** Hides a record; its file stays. */
  remove(id: string): Promise<Saved<Incident> | Refused>;
  undoRemove(id: string): Promise<Saved<Incident> | Refused>;
  /** debrief-journal.json, undefined while there is none that can be read. */
  facts(): JournalFacts | undefined;
  updateFacts(change: (facts: JournalFacts) => JournalFacts): Promise<Saved<JournalFacts> | Refused>;
  /** debrief-people.json; nobody while there is none that can be read. */
  people(): People;
  updatePeople(change: (people: People) => People): Promise<Saved<People> | Refused>;
  /** Reads again what changed outside: the given files (absolute paths), or everything. Own writes cost nothing. */
  refresh(paths?: readonly string[]): Promise<void>;
  /** Called after every change of what this journal shows. */
  onDidChange(listener: () => void): { dispose(): void };
}
