import { dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import pLimit from 'p-limit';
import { readBytes, readStamp } from '../bytes';
import type { BytesRead, Stamp } from '../bytes';
import { Unreadable } from '../faithful';
import { ensureFolder } from '../folder';
import { isSystemError, unlessRefused } from '../systemError';
import { isCopyOf, writeCopy, writeDurableCopy, writeFirstCopy } from './copies';
import { noteFolder } from './folders';
import { daySet, formatSet, LATEST, prune, removeCopies, removeCopy, replacedSet } from './sets';

/** In milliseconds: what was read or written is among the latest copies by then, and the writing of them has another half of a minute. */
const LATE = 30_000;
/** What waits for its copy is kept in memory up to this many bytes; of the rest only the name, and the file is read again. */
const HELD_BYTES = 2_000_000;

/** Kept beside the records: what git is told about the journal. */
export const GIT_FILES = ['.gitignore', '.gitattributes'] as const;

/** Runs work once, later, and never keeps a process alive for it. */
export type Later = (work: () => void, milliseconds: number) => void;

/** What the bytes of a file are: worth a copy, hidden by a deletion (and worth one), or not as they should be. */
export type Worth = 'good' | 'hidden' | 'bad';

export interface BackupsOptions {
  /** The folder of all journals' backups, absolute. */
  readonly root: string;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly later: Later;
  /** The journal's id, undefined while its facts are not known. Nothing is written until then. */
  readonly id: () => string | undefined;
  readonly worth: (file: string, bytes: Uint8Array) => Worth;
  /** Called when `problem` has changed. */
  readonly tell: () => void;
}

interface Waiting {
  readonly stamp: Stamp;
  readonly bytes: Buffer | undefined;
  /** Our own write: two of them within a tick of the clock have one stamp. */
  readonly sure: boolean;
}

/**
 * Second copies of the journal's files, outside of the workspace. They follow behind, in their own time and without an fsync, so that
 * reading and saving cost nothing more; a failure fails no save. Two windows may do this at the same time. Files are named relative
 * to the journal's folder.
 */
export class Backups {
  /** Why the last copy could not be made, as a sentence; undefined when one was made since. */
  problem: string | undefined;
  readonly #waiting = new Map<string, Waiting>();
  #held = 0;
  #scheduled = false;
  /** The day whose first copies are known to be there, and of which files. */
  #today = { set: '', files: new Set<string>() };
  #prunedOn = '';
  /** The folder around all backups is there, and durable: it holds what must survive a power cut, too. */
  #placed = false;
  readonly #latestInTurn = pLimit(1);
  readonly #daysInTurn = pLimit(1);

  constructor(private readonly options: BackupsOptions) {}

  /** Where this journal's backups are, absolute. Undefined while its id is not known. */
  home(): string | undefined {
    const id = this.options.id();
    return id === undefined ? undefined : join(this.options.root, id);
  }

  /** A file was read, and its bytes are as they should be. */
  read(file: string, { bytes, stamp }: BytesRead): void {
    this.#wait(file, bytes, stamp, false);
  }

  /** A file was written here. `before`: what it held, for the copy of the day; undefined where there was none, or it shall have none. */
  written(file: string, before: BytesRead | undefined, after: BytesRead): void {
    this.#wait(file, after.bytes, after.stamp, true);
    const set = daySet(this.options.now());
    if (this.#today.set !== set) this.#today = { set, files: new Set() };
    if (!before || this.#today.files.has(file)) return;
    this.#today.files.add(file);
    const isHidden = this.options.worth(file, after.bytes) === 'hidden';
    void this.#daysInTurn(() => this.#firstOfDay(set, file, before, isHidden));
  }

  /** Brings the latest copies up to date now. The host calls it when the editor closes. Never throws for a fault of the disk. */
  async flush(): Promise<void> {
    await Promise.all([this.#daysInTurn(() => undefined), this.#latestInTurn(() => this.#copyWaiting())]);
  }

  /** Keeps bytes that are about to be replaced. Durable when this resolves. @throws errors of the disk */
  async keepReplaced(home: string, file: string, bytes: Buffer): Promise<void> {
    await writeDurableCopy(this.options.root, join(home, replacedSet(this.options.now()), file), bytes);
  }

  /** Keeps what a file held before it is written in a newer format, beside what was kept before. Durable. @throws errors of the disk */
  async keepFormat(home: string, file: string, format: number, bytes: Buffer): Promise<void> {
    for (let n = 1; ; n++) {
      const path = join(home, formatSet(format, n), file);
      const there = await readBytes(path);
      if (!there || there.bytes.equals(bytes)) return await writeDurableCopy(this.options.root, path, bytes);
    }
  }

  /** Removes every copy of a file, durably, and makes none of what waits. @returns a sentence where one is left */
  async removeAll(file: string): Promise<string | undefined> {
    this.#forget(file);
    return await this.#daysInTurn(() => this.#latestInTurn(() => this.#removeNow(file)));
  }

  async #removeNow(file: string): Promise<string | undefined> {
    this.#forget(file);
    const home = this.home();
    try {
      if (home !== undefined) await removeCopies(home, file);
      return undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return l10n.t('A copy among the backups could not be removed ({0}). Remove {1} there by hand: {2}', error.code, file, home ?? '');
    }
  }

  #wait(file: string, bytes: Buffer, stamp: Stamp, sure: boolean): void {
    this.#forget(file);
    const fits = this.#held + bytes.length <= HELD_BYTES;
    if (fits) this.#held += bytes.length;
    this.#waiting.set(file, { stamp, bytes: fits ? bytes : undefined, sure });
    this.#schedule();
  }

  #forget(file: string): void {
    this.#held -= this.#waiting.get(file)?.bytes?.length ?? 0;
    this.#waiting.delete(file);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.options.later(() => {
      this.#scheduled = false;
      void this.flush();
    }, LATE);
  }

  async #firstOfDay(set: string, file: string, before: BytesRead, isHidden: boolean): Promise<void> {
    const home = this.home();
    if (home === undefined) return;
    const target = join(home, set, file);
    await this.#attempt(home, () => this.#whileHidden(isHidden, file, target, () => writeFirstCopy(target, before)));
  }

  /**
   * What is hidden by a deletion another window may delete for ever meanwhile, which removes the copies before its file and after that: one
   * that is made between would bring it back.
   */
  async #whileHidden(isHidden: boolean, file: string, target: string, copy: () => Promise<void>): Promise<void> {
    const isStill = async (): Promise<boolean> => {
      const now = await readAgain(join(this.options.folder, file));
      return now !== undefined && this.options.worth(file, now.bytes) === 'hidden';
    };
    if (!isHidden) return await copy();
    if (!(await isStill())) return;
    await copy();
    if (!(await isStill())) await removeCopy(target);
  }

  /** What only this window holds first. One file after another: whoever reads or saves meanwhile has the disk and the turn. */
  async #copyWaiting(): Promise<void> {
    const home = this.home();
    if (home === undefined || this.#waiting.size === 0) return;
    const all = [...this.#waiting].sort(([, a], [, b]) => Number(a.bytes === undefined) - Number(b.bytes === undefined));
    for (const [file, waiting] of all) {
      if (!(await this.#attempt(home, () => this.#copyLatest(home, file, waiting)))) return this.#schedule();
      if (this.#waiting.get(file) === waiting) this.#forget(file);
    }
    await this.#attempt(home, () => this.#keepHouse(home));
  }

  async #copyLatest(home: string, file: string, { stamp, bytes, sure }: Waiting): Promise<void> {
    const target = join(home, LATEST, file);
    const there = sure ? undefined : await readStamp(target);
    if (there && isCopyOf(there, stamp)) return;
    const source = join(this.options.folder, file);
    if (!bytes) {
      const now = await readAgain(source);
      if (now && this.options.worth(file, now.bytes) !== 'bad') await writeCopy(target, now);
      return;
    }
    await this.#whileHidden(this.options.worth(file, bytes) === 'hidden', file, target, () => writeCopy(target, { bytes, stamp }));
  }

  async #keepHouse(home: string): Promise<void> {
    const { folder, now } = this.options;
    await noteFolder(home, folder, now());
    for (const file of GIT_FILES) await copyIfChanged(join(folder, file), join(home, LATEST, file));
    const today = daySet(now());
    if (this.#prunedOn === today) return;
    this.#prunedOn = today;
    await prune(home, now());
  }

  async #attempt(home: string, work: () => Promise<void>): Promise<boolean> {
    const before = this.problem;
    try {
      if (!this.#placed) await ensureFolder(dirname(this.options.root));
      this.#placed = true;
      await work();
      this.problem = undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.problem = l10n.t('Backups of the journal cannot be written ({0}): {1}. The journal itself is saved as always.', error.code, home);
    }
    if (this.problem !== before) this.options.tell();
    return this.problem === undefined;
  }
}

async function copyIfChanged(source: string, target: string): Promise<void> {
  const [now, copy] = [await readStamp(source), await readStamp(target)];
  const found = now && !(copy && isCopyOf(copy, now)) ? await readAgain(source) : undefined;
  if (found) await writeCopy(target, found);
}

async function readAgain(path: string): Promise<BytesRead | undefined> {
  try {
    return await unlessRefused(readBytes(path));
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
