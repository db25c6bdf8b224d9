import { join } from 'node:path';
import { readStamp, sameStamp } from './bytes';
import type { BytesRead, Stamp } from './bytes';
import { heldOf, readRaw, sameOutcome } from './reading';
import type { Held, Raw } from './reading';
import type { RecordKind } from './recordKind';

/** `doubtful`: it cannot be read now, though it could be before, or was never seen. Somebody may be writing it; look again. */
export type Look = 'same' | 'changed' | 'doubtful';

/** What a place is to those who only bring memory up to date. The steps of `look` apart: for many files each is faster in a row of its own. */
export interface Lookable {
  /** Whether the file is what is held, by its stamp. */
  isUnchanged(): Promise<boolean>;
  read(): Promise<Answer>;
  look(sure: boolean): Promise<Look>;
}

/** What the disk has said of a file, not yet looked into. */
export interface Answer {
  /**
   * Judges what was read and takes it into memory. Undefined: a save or another look was faster, so look again.
   * @param sure what cannot be read now is taken for unreadable
   */
  take(sure: boolean): Look | undefined;
}

/** Where this window holds what a file last said. */
export interface Shelf<T> {
  held(): Held<T> | undefined;
  put(held: Held<T>): void;
}

/** Who keeps second copies of what was read and is as it should be. */
export interface ReadKeeper {
  read(file: string, read: BytesRead): void;
}

/** One file of the journal, on the disk and in memory. */
export class Place<T> implements Lookable {
  /**
   * @param folder the journal's folder, absolute
   * @param file relative to it, with forward slashes
   * @param keeper gets what `look` reads; whoever saves tells it of that
   */
  constructor(
    private readonly folder: string,
    readonly file: string,
    readonly kind: RecordKind<T>,
    private readonly shelf: Shelf<T>,
    private readonly keeper?: ReadKeeper,
  ) {}

  /** Absolute. */
  get path(): string {
    return join(this.folder, this.file);
  }

  /**
   * Reads the file again where it is not what is held: another inode, time or size, and then another content. Our own writes are
   * held with their stamp, so they cost one stat.
   * @param sure what cannot be read now is taken for unreadable
   */
  async look(sure: boolean): Promise<Look> {
    for (;;) {
      if (await this.isUnchanged()) return 'same';
      const look = (await this.read()).take(sure);
      if (look) return look;
    }
  }

  async isUnchanged(): Promise<boolean> {
    const held = this.shelf.held();
    if (!held || held.missing || !held.stamp) return false;
    const now = await readStamp(this.path);
    return now !== undefined && sameStamp(now, held.stamp);
  }

  async read(): Promise<Answer> {
    const held = this.shelf.held();
    const raw = await readRaw(this.path);
    return { take: (sure) => this.#take(held, raw, sure) };
  }

  /** @param before what was held when the file was read: if something else is by now, what was read may be older than that */
  #take(before: Held<T> | undefined, raw: Raw | undefined, sure: boolean): Look | undefined {
    if (this.shelf.held() !== before) return undefined;
    if (!raw) return this.#markMissing(before);
    const found = heldOf(this.kind, raw);
    if (!sure && found.outcome.state === 'unreadable' && before?.outcome.state !== 'unreadable') return 'doubtful';
    if ('bytes' in raw && (found.outcome.state === 'ok' || found.outcome.state === 'newer')) this.keeper?.read(this.file, raw);
    const same = before !== undefined && !before.missing && sameOutcome(before.outcome, found.outcome);
    this.shelf.put(same ? { ...before, stamp: found.stamp } : found);
    return same ? 'same' : 'changed';
  }

  /** Takes over what a save has written or found. Without a stamp there is still no file. Whether that is news. */
  saved(record: T, stamp: Stamp | undefined): boolean {
    const held = this.shelf.held();
    if (!stamp || (held && !held.missing && held.stamp && sameStamp(held.stamp, stamp))) return false;
    this.shelf.put({ outcome: { state: 'ok', record }, stamp, missing: false });
    return true;
  }

  /** A missing file is never a deletion: what was last read stays. */
  #markMissing(held: Held<T> | undefined): Look {
    if (!held || held.missing) return 'same';
    this.shelf.put({ ...held, missing: true });
    return 'changed';
  }
}
