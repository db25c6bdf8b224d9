import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DurableFile } from './durableFile';
import { Unreadable } from './faithful';
import { ensureFolder } from './folder';
import { Locked, withLock, type LockTimes } from './lock';
import { unlessRefused } from './systemError';

/** A look takes seconds: another window waits for it no longer than for a moment, and takes its lock for left behind after this long. */
const TIMES: LockTimes = { patience: 120_000, unsignedPatience: 500, giveUp: 250 };
const FILE = 'memory.json';

/** What one look leaves: what to remember, and what it came to. */
export interface Looked<T> {
  /** Undefined: as it was. */
  readonly memory: Readonly<Record<string, unknown>> | undefined;
  readonly result: T;
}

/** After a look: what it came to, and the stamp of what it left. */
export interface Turn<T> {
  readonly result: T;
  readonly stamp: number | undefined;
}

/**
 * What looks at one thing have seen, in a folder of the editor's own storage. One window looks at a time; the others find what it saw. What
 * cannot be read is no memory, and is written anew: all of it can be seen again.
 */
export class LookMemory {
  /** @param folder absolute; need not be there. Of this memory alone: its lock is in it */
  constructor(private readonly folder: string) {}

  /** When it was last written, in milliseconds; undefined where there is none. */
  async stamp(): Promise<number | undefined> {
    return (await unlessRefused(stat(join(this.folder, FILE))))?.mtimeMs;
  }

  /** Calls each time that it may have been written, here or in another window. Where the system tells of no files, never. */
  watch(written: () => void): { close(): void } {
    try {
      const watcher = watch(this.folder, { persistent: false }, (_, name) => name === FILE && written());
      return watcher.on('error', () => watcher.close());
    } catch {
      return { close: () => undefined };
    }
  }

  /** As it was parsed; undefined where there is none. */
  async read(): Promise<unknown> {
    return readFrom(this.#file(async () => false));
  }

  /**
   * Looks while no other window does. What is remembered is on the disk before this resolves.
   * @returns undefined where another window is looking
   * @throws what the disk says where it cannot be written
   */
  async turn<T>(look: (before: unknown) => Promise<Looked<T>>): Promise<Turn<T> | undefined> {
    await ensureFolder(this.folder);
    try {
      return await withLock(
        this.folder,
        async (stillMine) => {
          const file = this.#file(stillMine);
          const { memory, result } = await look(await readFrom(file));
          if (memory) await file.writeText(`${JSON.stringify(memory)}\n`);
          return { result, stamp: await this.stamp() }; // later, it may be that of what another window left
        },
        TIMES,
      );
    } catch (error) {
      if (error instanceof Locked) return undefined;
      throw error;
    }
  }

  #file(mayReplace: () => Promise<boolean>): DurableFile {
    return new DurableFile(join(this.folder, FILE), this.folder, mayReplace);
  }
}

async function readFrom(file: DurableFile): Promise<unknown> {
  try {
    return (await file.read()) ?? undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
