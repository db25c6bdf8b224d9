import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Older ones go, whoever's they are: a process id comes back some day. */
const OLDEST = 7 * 86_400_000;

/** A folder for a journal that is thrown away, marked with the process that uses it. @param root where all of them are; @param name a new one */
export async function makeScratch(root: string, name: string): Promise<string> {
  const folder = join(root, `${process.pid}-${name}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Deletes a scratch folder with all that is in it. Why it could not be, where it could not. */
export async function deleteScratch(folder: string): Promise<string | undefined> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Deletes what was left behind by windows that ended before they could: their process is gone. What another window uses stays.
 * @param own whether this process uses a folder now
 * @param now the clock, in milliseconds
 */
export async function sweepScratch(root: string, own: (folder: string) => boolean, now: number): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const folder = join(root, name);
    const pid = Number.parseInt(name, 10);
    const isUsed = pid === process.pid ? own(folder) : isAlive(pid) && now - (await changedAt(folder)) < OLDEST;
    if (!isUsed) await deleteScratch(folder);
  }
}

async function changedAt(folder: string): Promise<number> {
  return (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0;
}

/** Whether there is such a process. One that is another user's is. */
function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
