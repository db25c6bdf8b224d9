import pLimit from 'p-limit';
import type { BytesRead } from './bytes';
import { changeFile } from './change';
import type { Changed, Sound } from './change';
import { ensureFolder } from './folder';
import { foundJournal } from './founding';
import { LOCK_TIMES } from './lock';
import type { LockTimes } from './lock';
import type { Lookable, Place } from './place';
import { refusalFor } from './refusal';
import type { Refused, RefusalCode, Saved } from './refusal';

export interface WriterOptions {
  /** The journal's folder, absolute. */
  readonly folder: string;
  readonly newId: () => string;
  /** Default: 10 s of patience, 15 s until it gives up. */
  readonly lockTimes?: LockTimes;
  /** debrief-journal.json, which the first save makes. */
  readonly facts: Lookable;
  readonly keeper: Keeper;
  /** What the journal shows has changed. */
  readonly tell: () => void;
}

/** Who keeps second copies. */
export interface Keeper {
  /** A file was written. `record` is what it holds now. */
  written(file: string, record: object, before: BytesRead | undefined, after: BytesRead): void;
  /** Keeps, durably, what a file of an older format holds, before it is written. A refusal: it is not written. */
  keepFormat(file: string, bytes: Buffer): Promise<Refused | undefined>;
}

/** What a change makes of a record, or why it does not. Undefined: there is no such file, and nothing that stands for it. */
export type Attempt<T> = (before: T | undefined) => Saved<T> | Refused;

const FOUND_ON_DISK: readonly RefusalCode[] = ['unreadable', 'invalid', 'newer'];

/** Saves, one after another in this window; other windows are kept out by the lock. */
export class Writer {
  /** Whether this window has seen the journal's folder. Then it is not made again when it vanishes. */
  folderSeen = false;
  #founded = false;
  #known: Sound<object> | undefined;
  readonly #queue = pLimit(1);

  constructor(private readonly options: WriterOptions) {}

  /** Runs `work` when all saves before it are done. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue(work);
  }

  /** Writes what `attempt` returns, takes it into memory, then tells. Makes the journal where there was none. Call it `inTurn`. */
  async save<T extends object>(place: Place<T>, attempt: Attempt<T>): Promise<Saved<T> | Refused> {
    const { folder, facts, lockTimes, keeper, tell } = this.options;
    const refusal = await this.#makeFolder(place.file);
    if (refusal) return refusal;
    const founding = !this.#founded;
    const prepare = (stillMine: () => Promise<boolean>) => this.#found(stillMine);
    const keepFormat = (file: string, bytes: Buffer) => keeper.keepFormat(file, bytes);
    const outcome = await changeFile({ folder, place, attempt, prepare, keepFormat, times: lockTimes ?? LOCK_TIMES, known: this.#known as Sound<T> | undefined });
    if (outcome.ok && outcome.written) this.#known = { file: place.file, bytes: outcome.written.after.bytes, record: outcome.record };
    const foundFacts = founding && this.#founded && (await facts.look(true)) === 'changed';
    // Not before the facts are known: they say where the backups are.
    if (outcome.ok && outcome.written) keeper.written(place.file, outcome.record, outcome.written.before, outcome.written.after);
    if ((await this.#takeIn(place, outcome)) || foundFacts) tell();
    return outcome.ok ? { ok: true, record: outcome.record } : outcome;
  }

  /** Memory follows what was written, or what was found instead. Whether that is news. */
  async #takeIn<T>(place: Place<T>, outcome: Changed<T> | Refused): Promise<boolean> {
    if (outcome.ok) return place.saved(outcome.record, outcome.stamp);
    return FOUND_ON_DISK.includes(outcome.code) && (await place.look(true)) === 'changed';
  }

  async #makeFolder(file: string): Promise<Refused | undefined> {
    const { folder } = this.options;
    if (this.folderSeen) return undefined;
    try {
      await ensureFolder(folder);
      this.folderSeen = true;
      return undefined;
    } catch (error) {
      const refusal = refusalFor(error, { folder, file });
      if (!refusal) throw error;
      return refusal;
    }
  }

  async #found(stillMine: () => Promise<boolean>): Promise<void> {
    if (this.#founded) return;
    await foundJournal(this.options.folder, this.options.newId, stillMine);
    this.#founded = true;
  }
}
