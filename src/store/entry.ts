import type { Incident } from '../core/journal/schema';

/** What every file of the journal has, readable or not. */
interface InJournal {
  /** Where it is: relative to the journal's folder, with forward slashes. */
  readonly file: string;
  /** The file is not in the folder now (another branch, a stash); this is what was last read. Never taken for a deletion. */
  readonly missing: boolean;
}

/** A record that can be shown and changed. */
export interface ReadableEntry extends InJournal {
  readonly state: 'ok';
  readonly record: Incident;
  /** Hidden by its deletion field, which still fits. `Journal.entries()` leaves these out, `Journal.deletedEntries()` holds them. */
  readonly deleted: boolean;
}

/** What can be said of a file that is not changed as it is now. */
interface Untouchable extends InJournal {
  /** The incident's id: from the record, else from the file's name, else undefined. */
  readonly id: string | undefined;
  /** What to call it in a list: its title, else what its file name says ("2026-11-24 checkout-errors"). */
  readonly name: string;
  /** When the incident began (ISO 8601 UTC), where that can be read. */
  readonly start: string | undefined;
  /** One sentence: what is wrong, and what to do. */
  readonly reason: string;
}

/** Not JSON that can be kept without loss. The file is never written. */
export interface UnreadableEntry extends Untouchable {
  readonly state: 'unreadable';
  /** Place of the first fault, from 1. */
  readonly line: number;
  readonly column: number;
  /** It has git's conflict markers; the line is that of the first. */
  readonly marked?: true;
}

/** JSON, but not an incident by the schema: shown as far as possible, changed only once it is right. */
export interface InvalidEntry extends Untouchable {
  readonly state: 'invalid';
  readonly record: Readonly<Record<string, unknown>>;
  /** Dotted path of the first fault, like `reflection.ratings.0.anchor`. */
  readonly path: string;
  /** Place of that fault, from 1; where something is missing, of the group in which it is missing. */
  readonly line: number;
  readonly column: number;
}

/** Written by a newer version: read-only here. */
export interface NewerEntry extends Untouchable {
  readonly state: 'newer';
  readonly record: Readonly<Record<string, unknown>>;
  readonly format: number;
}

/** One of several files that hold the same id: all are shown, none is written. */
export interface DuplicateEntry extends Untouchable {
  readonly state: 'duplicate';
  readonly record: Incident;
  /** The other files with this id. */
  readonly others: readonly string[];
}

/** One file of the journal as lists show it. */
export type Entry = ReadableEntry | UnreadableEntry | InvalidEntry | NewerEntry | DuplicateEntry;
