import { join } from 'node:path';
import { readStamp, sameStamp } from './bytes';
import type { Stamp } from './bytes';
import { readAs, sameOutcome } from './reading';
import type { Held } from './reading';
import type { RecordKind } from './recordKind';

/** `doubtful`: it cannot be read now, though it could be before, or was never seen. Somebody may be writing it; look again. */
export type Look = 'same' | 'changed' | 'doubtful';

/** What a place is to those who only bring memory up to date. */
export interface Lookable {
  look(sure: boolean): Promise<Look>;
}

/** Where this window holds what a file last said. */
export interface Shelf<T> {
  held(): Held<T> | undefined;
  put(held: Held<T>): void;
}

/** One file of the journal, on the disk and in memory. */
export class Place<T> implements Lookable {
  /** Absolute. */
  readonly path: string;

  /**
   * @param folder the journal's folder, absolute
   * @param file relative to it, with forward slashes
   */
  constructor(
    folder: string,
    readonly file: string,
    readonly kind: RecordKind<T>,
    private readonly shelf: Shelf<T>,
  ) {
    this.path = join(folder, file);
  }

  /**
   * Reads the file again where it is not what is held: another inode, time or size, and then another content. Our own writes are
   * held with their stamp, so they cost one stat.
   * @param sure what cannot be read now is taken for unreadable
   */
  async look(sure: boolean): Promise<Look> {
    for (;;) {
      const held = this.shelf.held();
      if (held && (await isUnchanged(held, this.path))) return 'same';
      const found = await readAs(this.kind, this.path);
      // A save or another look was faster: what was read may be older than what is held now.
      if (this.shelf.held() !== held) continue;
      if (!found) return this.#markMissing(held);
      if (!sure && found.outcome.state === 'unreadable' && held?.outcome.state !== 'unreadable') return 'doubtful';
      const same = held !== undefined && !held.missing && sameOutcome(held.outcome, found.outcome);
      this.shelf.put(same ? { ...held, stamp: found.stamp } : found);
      return same ? 'same' : 'changed';
    }
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

async function isUnchanged({ missing, stamp }: Held<unknown>, path: string): Promise<boolean> {
  if (missing || !stamp) return false;
  const now = await readStamp(path);
  return now !== undefined && sameStamp(now, stamp);
}
