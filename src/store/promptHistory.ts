import { join } from 'node:path';
import { readHistory, type HistoryReading, type PromptHistory } from '../core/prompting/history';
import { underLock } from './change';
import { digest } from './digest';
import { DurableFile } from './durableFile';
import { Unreadable } from './faithful';
import { ensureFolder } from './folder';
import { LOCK_TIMES, type LockTimes } from './lock';
import { refusalFor, refused, type Refused, type Saved, type Target } from './refusal';

/** A history that may be changed. */
export type UsableReading = Exclude<HistoryReading, { state: 'newer' }>;

export interface PromptHistoriesOptions {
  /** The folder of all histories, absolute, in the editor's own storage. It need not exist. */
  readonly folder: string;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** How long another window's lock is respected. */
  readonly lockTimes?: LockTimes;
  /** The folder of the journal that is asked about, absolute: what was asked before it had an id goes on under its id. */
  readonly journalFolder?: string;
}

/** Before a journal has an id, since nothing was saved in it yet, its history is kept under one that is made from its folder. */
const forerunner = (folder: string): string => `new-${digest(folder)}`;

/** Under which id the history of a journal is kept. @param folder the journal's, absolute */
export const historyKey = (journal: string | undefined, folder: string): string => journal ?? forerunner(folder);

/**
 * What was asked and answered, one file for each journal id. Kept by the editor on this machine: in the journal it would travel to
 * others. No method throws for a fault of the disk.
 */
export class PromptHistories {
  constructor(private readonly options: PromptHistoriesOptions) {}

  /** What is stored for a journal, without the lock. A refusal where the disk does not say. @param journal the journal's id */
  async read(journal: string): Promise<HistoryReading | Refused> {
    const target = this.#target(journal);
    try {
      return await this.#reading(this.#file(target, async () => false));
    } catch (error) {
      return refusalOrThrow(error, target);
    }
  }

  /**
   * Changes a history while no other window changes one. `change` may run more than once; undefined: nothing is written. What cannot
   * be read stays beside the new one, as `….broken.json`. Refuses a history of a newer version.
   */
  async change(journal: string, change: (reading: UsableReading) => PromptHistory | undefined): Promise<Saved<PromptHistory> | Refused> {
    const target = this.#target(journal);
    try {
      await ensureFolder(target.folder);
    } catch (error) {
      return refusalOrThrow(error, target);
    }
    const outcome = await underLock(target, this.options.lockTimes ?? LOCK_TIMES, async (stillMine) => {
      const file = this.#file(target, stillMine);
      const reading = await this.#reading(file);
      if (reading.state === 'newer') return refused('newer', reading.reason);
      const changed = change(reading);
      if (!changed) return { ok: true as const, record: reading.history };
      if (reading.state === 'broken') await this.#setAside(journal, file, stillMine);
      await file.write(changed);
      return { ok: true as const, record: changed };
    });
    return outcome;
  }

  #target(journal: string): Target {
    return { folder: this.options.folder, file: `${journal}.json` };
  }

  #file({ folder, file }: Target, mayReplace: () => Promise<boolean>): DurableFile {
    return new DurableFile(join(folder, file), folder, mayReplace);
  }

  /** Bytes that are no JSON are a broken history; a file that is too large is not even read, and not written either. */
  async #reading(file: DurableFile): Promise<HistoryReading> {
    const now = this.options.now();
    try {
      return readHistory((await file.read()) ?? (await this.#forerunner()) ?? undefined, now);
    } catch (error) {
      if (!(error instanceof Unreadable) || !file.held) throw error;
      return readHistory(null, now);
    }
  }

  /** What was asked before the journal had an id. */
  async #forerunner(): Promise<unknown> {
    const { journalFolder, folder } = this.options;
    if (journalFolder === undefined) return undefined;
    return this.#file({ folder, file: `${forerunner(journalFolder)}.json` }, async () => false).read().catch(() => undefined);
  }

  async #setAside(journal: string, { held }: DurableFile, stillMine: () => Promise<boolean>): Promise<void> {
    const aside = this.#file({ folder: this.options.folder, file: `${journal}.broken.json` }, stillMine);
    await aside.readAsIs();
    if (held) await aside.writeBytes(held.bytes);
  }
}

function refusalOrThrow(error: unknown, target: Target): Refused {
  const refusal = refusalFor(error, target);
  if (!refusal) throw error;
  return refusal;
}
