import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stamp } from './bytes';
import { onWindows } from './folder';
import { here, isAlive } from './here';
import { hasCode, unlessRefused } from './systemError';

/** How long, in milliseconds, by this process's own steady clock: clocks of two machines are never compared. */
export interface LockTimes {
  /** A lock of an owner who cannot be asked is broken after it was seen unchanged for this long. */
  readonly patience: number;
  /** The same for a lock that its owner has not signed: it was killed between two steps. */
  readonly unsignedPatience: number;
  /** After this long without the lock, `Locked`. */
  readonly giveUp: number;
}

export const LOCK_TIMES: LockTimes = { patience: 10_000, unsignedPatience: 500, giveUp: 15_000 };
const LOCK = '.lock';
const BREAK_LOCK = '.lock-break';
/** What a lock may leave in a folder for a while: nobody's content. */
export const LOCK_FILES: readonly string[] = [LOCK, BREAK_LOCK];

/** Another window holds the journal, and lives. */
export class Locked extends Error {}

/** `stillMine` is asked before every rename: a lock whose owner slept too long may have been broken. */
export type InsideLock<T> = (stillMine: () => Promise<boolean>) => Promise<T>;

/**
 * Runs `work` while no other process runs `work` in the same folder. A dead owner's lock is broken at once, another's only after
 * `patience`; under a second lock and after a second look, so that nobody removes a fresh one.
 * @throws {Locked} after `giveUp`; errors of the disk as they are (EROFS, EACCES, ENOENT where the folder is gone)
 */
export async function withLock<T>(folder: string, work: InsideLock<T>, times = LOCK_TIMES): Promise<T> {
  return await holding(join(folder, LOCK), work, times, (path, which) =>
    holding(join(folder, BREAK_LOCK), () => removeIfStill(path, which), times, removeIfStill),
  );
}

type Break = (path: string, which: string) => Promise<void>;

async function holding<T>(path: string, work: InsideLock<T>, times: LockTimes, breakIt: Break): Promise<T> {
  const signature = JSON.stringify({ pid: process.pid, here: here(), nonce: randomUUID() });
  const taken = await take(path, signature, times, breakIt);
  const stillMine = async (): Promise<boolean> => {
    const [mine, now] = await Promise.all([taken.stamp, unlessRefused(stat(path))]);
    if (mine && now?.ino === mine.ino && now.mtimeMs === mine.mtimeMs) return true;
    return (await unlessRefused(readFile(path, 'utf8'))) === signature;
  };
  try {
    return await work(stillMine);
  } finally {
    if (await stillMine()) await unlessRefused(unlink(path));
  }
}

/** A lock that is signed. Its stamp is still asked for while the work begins: undefined where nobody could say. */
interface Taken {
  readonly stamp: Promise<Pick<Stamp, 'ino' | 'mtimeMs'> | undefined>;
}

async function take(path: string, signature: string, times: LockTimes, breakIt: Break): Promise<Taken> {
  const start = performance.now();
  let watched: { which: string | undefined; since: number } = { which: undefined, since: start };
  for (let tries = 0; ; tries++) {
    const mine = await tryToTake(path, signature);
    if (mine) return mine;
    const there = await look(path);
    const now = performance.now();
    if (there?.which !== watched.which) watched = { which: there?.which, since: now };
    const patience = there?.signed === false ? times.unsignedPatience : times.patience;
    if (there && (there.dead || now - watched.since > patience)) await breakIt(path, there.which);
    else if (now - start > times.giveUp) throw new Locked();
    else await pause(Math.min(2 + tries, 25) * (0.5 + Math.random()));
  }
}

/** Undefined: somebody else has it. Windows says EPERM while a file of that name is being removed. */
async function tryToTake(path: string, signature: string): Promise<Taken | undefined> {
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (hasCode(error, 'EEXIST') || (onWindows && hasCode(error, 'EPERM'))) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    await handle.writeFile(signature);
    return { stamp: stampAndClose(handle) };
  } catch (error) {
    await unlessRefused(handle.close());
    await unlessRefused(unlink(path));
    throw error;
  }
}

async function stampAndClose(handle: FileHandle): Promise<Stats | undefined> {
  const stats = await unlessRefused(handle.stat());
  await unlessRefused(handle.close());
  return stats;
}

interface Seen {
  /** Tells this very lock from every other. */
  readonly which: string;
  /** Its owner ran here, and runs no more. */
  readonly dead: boolean;
  readonly signed: boolean;
}

async function look(path: string): Promise<Seen | undefined> {
  const text = await unlessRefused(readFile(path, 'utf8'));
  const info = await unlessRefused(stat(path));
  if (text === undefined || !info) return undefined;
  const owner = ownerOf(text);
  return { which: `${text} ${info.ino} ${info.mtimeMs}`, dead: owner?.here === here() && !isAlive(owner.pid), signed: text !== '' };
}

function ownerOf(text: string): { pid: number; here: unknown } | undefined {
  try {
    const { pid, here: where } = JSON.parse(text) as { pid?: unknown; here?: unknown };
    return typeof pid === 'number' && pid > 0 ? { pid, here: where } : undefined;
  } catch {
    return undefined;
  }
}

async function removeIfStill(path: string, which: string): Promise<void> {
  if ((await look(path))?.which === which) await unlessRefused(unlink(path));
}
