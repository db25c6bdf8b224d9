import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { LockTimes } from '../lock';
import type { Judge } from '../recordKind';
import { refused } from '../refusal';
import type { Refused } from '../refusal';
import type { Backups } from './backups';
import { findOrigin, forgetFolder } from './folders';
import { findGone, restoreFolder } from './gone';
import type { Gone } from './gone';
import { isGood, keptOrRefused, latestOf, listBackups, putBack, putWhereMissing, readCopy } from './restore';
import type { Backup, Restored, RestoreTarget } from './restore';
import { setsIn } from './sets';

/** A file that this window knows and that is not in the folder now, with what it last held where that could be read. */
export interface MissingFile {
  readonly file: string;
  readonly text: string | undefined;
}

export interface JournalBackupsOptions {
  /** Undefined: this journal has none. */
  readonly backups: Backups | undefined;
  /** The folder of all journals' backups, absolute; undefined where there is none. */
  readonly root: string | undefined;
  /** The journal's folder, absolute. */
  readonly folder: string;
  readonly now: () => number;
  readonly lockTimes: LockTimes;
  readonly kindOf: (file: string) => Judge;
  readonly missing: () => readonly MissingFile[];
  /** Runs work when all saves before it are done. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** The journal's folder was made again. */
  readonly onFolder: () => void;
  /** Reads everything again, and tells. */
  readonly refresh: () => Promise<void>;
}

/** How far bringing back several files came. */
export interface RestoredMany {
  readonly restored: number;
  /** Why it did not go on, or which file has no copy. */
  readonly refusals: readonly Refused[];
}

/** What the person can see of the backups, and bring back from them. Files are named relative to the journal's folder. Nothing is ever brought back by itself. */
export class JournalBackups {
  constructor(private readonly options: JournalBackupsOptions) {}

  /** Why the last copy could not be made, as a sentence; undefined when one was made since. Listeners of the journal are told when it changes. */
  problem(): string | undefined {
    return this.options.backups?.problem;
  }

  /** Every copy of one file, the latest first, readable or not. For a comparison: `path` is one side, the file in the journal the other. */
  async list(file: string): Promise<readonly Backup[]> {
    const { backups, folder, kindOf } = this.options;
    await backups?.flush();
    const home = await this.#home();
    return home === undefined ? [] : await listBackups(home, folder, file, kindOf(file));
  }

  /** Puts a copy back, durably. What the file holds now, readable or not, goes to the backups first; where that fails, nothing is changed. */
  async restore(file: string, set: string): Promise<Restored | Refused> {
    const { backups, inTurn, kindOf, refresh } = this.options;
    const home = await this.#home();
    if (!backups || home === undefined) return noBackup(file);
    const outcome = await inTurn(async () => {
      if (!(await setsIn(home)).includes(set)) return noBackup(file);
      const copy = await readCopy(join(home, set, file), kindOf(file));
      if (!copy || !isGood(copy.outcome)) return noBackup(file);
      return await putBack(this.#target(file), copy.bytes, backups, home);
    });
    if (outcome.ok) await refresh();
    return outcome;
  }

  /**
   * Keeps bytes that are about to be replaced, durably. A refusal: nothing may be replaced.
   * @param id the journal's, where its facts cannot be read now
   */
  async keepReplaced(file: string, bytes: Buffer, id?: string): Promise<Refused | undefined> {
    const { backups, root } = this.options;
    const home = (await this.#home()) ?? (root !== undefined && id !== undefined ? join(root, id) : undefined);
    if (!backups || home === undefined) return refused('failed', l10n.t('{0} was not changed, because there is no place for a backup of it.', file));
    return await keptOrRefused(file, () => backups.keepReplaced(home, file, bytes));
  }

  /** The files that this window has read and that are not in the folder now (another branch, a stash): "12 incidents are not in the folder now". */
  missing(): readonly string[] {
    return this.options.missing().map(({ file }) => file);
  }

  /** Brings all of those back, durably, from the backups, else from what this window remembers. One that is there by now is left as it is. */
  async restoreMissing(): Promise<RestoredMany> {
    await this.options.backups?.flush();
    const home = await this.#home();
    let restored = 0;
    const refusals: Refused[] = [];
    for (const { file, text } of this.options.missing()) {
      const copy = home === undefined ? undefined : await latestOf(home, file, this.options.kindOf(file));
      const bytes = copy?.bytes ?? (text === undefined ? undefined : Buffer.from(text));
      const outcome = bytes ? await this.options.inTurn(() => putWhereMissing(this.#target(file), bytes)) : noBackup(file);
      if (outcome.ok) restored++;
      else refusals.push(outcome);
      if (!outcome.ok && outcome.code !== 'failed') break;
    }
    await this.options.refresh();
    return { restored, refusals };
  }

  /** "The journal folder is gone. Restore 42 incidents as of 12:04?" Undefined: it is not gone, or there is nothing to bring back. */
  async gone(): Promise<Gone | undefined> {
    const { backups, root, folder } = this.options;
    await backups?.flush();
    return root === undefined ? undefined : await findGone(root, folder, this.options.kindOf);
  }

  /** Makes the folder again and brings everything back, each file durably. What is there by now is left as it is. */
  async restoreGone(): Promise<RestoredMany> {
    const gone = await this.gone();
    if (!gone) return { restored: 0, refusals: [] };
    const { folder, onFolder, inTurn, lockTimes, kindOf } = this.options;
    const done = await inTurn(() => restoreFolder({ folder, times: lockTimes, gone, kindOf, onFolder }));
    await this.options.refresh();
    return done;
  }

  /** The person wants no journal back in this folder: `gone` is silent about it from now on. The copies stay. */
  async leaveGone(): Promise<void> {
    const gone = await this.gone();
    if (gone) await forgetFolder(gone.home, this.options.folder, this.options.now());
  }

  /** By the journal's id, else, where its facts cannot be read, by its folder. */
  async #home(): Promise<string | undefined> {
    const { backups, root, folder } = this.options;
    if (root === undefined || backups?.home() !== undefined) return backups?.home();
    const origin = await findOrigin(root, folder);
    return origin && join(root, origin.id);
  }

  #target(file: string): RestoreTarget {
    return { folder: this.options.folder, file, times: this.options.lockTimes };
  }
}

const noBackup = (file: string): Refused => refused('failed', l10n.t('There is no backup of {0} that can be read.', file));
