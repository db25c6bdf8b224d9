import { readFile, writeFile } from 'node:fs/promises';
import { readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { takeLease, type Lease } from '../core/looking/lease';
import { ensureFolder } from './folder';
import { here, isAlive } from './here';
import { Locked, withLock, type LockTimes } from './lock';
import { unlessRefused } from './systemError';

/** It is held for a moment only. */
const TIMES: LockTimes = { patience: 5_000, unsignedPatience: 500, giveUp: 2_000 };
const FILE = 'lease.json';

/** As it is on disk: signed, so that the lease of a window that was killed counts for nothing at once. */
interface Signed extends Lease {
  readonly pid: number;
  readonly here: string;
}

/** Which window looks at one thing: a small file in a folder of the editor's own storage. */
export class LookLease {
  /**
   * @param folder absolute; need not be there. Of this lease alone: its lock is in it
   * @param window an id that this window made for itself
   */
  constructor(
    private readonly folder: string,
    private readonly window: string,
    private readonly now: () => number,
  ) {}

  /**
   * Takes the lease, or renews it. Where nothing can be written there is no lease, and each window looks.
   * @param inFront this window has the focus
   * @returns whether this window is the one that looks
   */
  async hold(inFront: boolean): Promise<boolean> {
    try {
      await ensureFolder(this.folder);
      return await withLock(this.folder, () => this.#take(inFront), TIMES);
    } catch (error) {
      return !(error instanceof Locked);
    }
  }

  /** Lets another window look at once. Waits for nothing: a window that closes has no time. */
  release(): void {
    try {
      if (leaseIn(readFileSync(this.#file, 'utf8'))?.window === this.window) unlinkSync(this.#file);
    } catch {
      // Nobody holds it, or it cannot be written: it ends by itself.
    }
  }

  get #file(): string {
    return join(this.folder, FILE);
  }

  async #take(inFront: boolean): Promise<boolean> {
    const lease = leaseIn((await unlessRefused(readFile(this.#file, 'utf8'))) ?? '');
    const taken = takeLease(lease, this.window, this.now(), inFront);
    if (taken) await writeFile(this.#file, JSON.stringify({ ...taken, pid: process.pid, here: here() } satisfies Signed), { mode: 0o600 });
    return taken !== undefined;
  }
}

/** The lease of a window that may live. */
function leaseIn(text: string): Lease | undefined {
  try {
    const { window, beat, pid, here: where } = JSON.parse(text) as Partial<Signed>;
    if (typeof window !== 'string' || typeof beat !== 'number') return undefined;
    return typeof pid === 'number' && where === here() && !isAlive(pid) ? undefined : { window, beat };
  } catch {
    return undefined;
  }
}
