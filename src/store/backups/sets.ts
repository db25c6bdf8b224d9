import { readdir, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readStamp } from '../bytes';
import { syncFolder } from '../folder';
import { hasCode, unlessRefused } from '../systemError';
import { isTemporary, sweepTemporary } from '../temporaryFile';
import { filesBelow } from './copies';

/** The last good bytes of each file. */
export const LATEST = 'latest';
/** For each day, each file before its first change that day. */
const DAYS = 'days';
/** What a restored backup took the place of. */
const REPLACED = 'replaced';

const DAY = 86_400_000;
/** How long copies on `days` and `replaced` are kept, in milliseconds, and how many bytes of them. */
const KEPT_FOR = 30 * DAY;
const KEPT_BYTES = 20_000_000;

/** The set of a day (UTC) as it is at a time in milliseconds. */
export const daySet = (now: number): string => `${DAYS}/${new Date(now).toISOString().slice(0, 10)}`;
/** The set for what is replaced at a time in milliseconds. A colon is no part of a file's name on Windows. */
export const replacedSet = (now: number): string => `${REPLACED}/${new Date(now).toISOString().replaceAll(':', '-')}`;
/** The set for what a file held before this version wrote it in a newer format; `n` counts from 1 where it held several things. Never pruned. */
export const formatSet = (format: number, n: number): string => `before-format-${format}${n === 1 ? '' : `-${n}`}`;

const isFormatSet = (name: string): boolean => /^before-format-\d+(-\d+)?$/.test(name);
const timeOf = (set: string): string => set.slice(set.indexOf('/') + 1);

/** The sets of one journal's backups: the latest, then the others, newest first, then those of older formats. */
export async function setsIn(home: string): Promise<readonly string[]> {
  const dated = (await datedSets(home)).sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  const formats = (await namesIn(home)).filter(isFormatSet).sort();
  return [LATEST, ...dated, ...formats];
}

async function datedSets(home: string): Promise<string[]> {
  const names = await Promise.all([DAYS, REPLACED].map(async (kind) => (await namesIn(join(home, kind))).map((name) => `${kind}/${name}`)));
  return names.flat().filter((set) => /\/\d{4}-\d\d-\d\d/.test(set));
}

const namesIn = async (folder: string): Promise<readonly string[]> => (await unlessRefused(readdir(folder))) ?? [];

/**
 * Removes what is older than 30 days, then the oldest until the rest has 20 MB; the newest set stays whatever it holds. The latest
 * copies and those of older formats are not touched. Also removes what killed writers left among the latest.
 * @param now in milliseconds
 */
export async function prune(home: string, now: number): Promise<void> {
  const oldest = daySet(now - KEPT_FOR);
  let bytes = 0;
  const newestFirst = (await datedSets(home)).sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  for (const [i, set] of newestFirst.entries()) {
    bytes += await sizeOf(join(home, set));
    if (timeOf(set) < timeOf(oldest) || (i > 0 && bytes > KEPT_BYTES)) await unlessRefused(rm(join(home, set), { recursive: true, force: true }));
  }
  const latest = join(home, LATEST);
  await sweepTemporary((await filesBelow(latest)).filter(isTemporary).map((file) => join(latest, file)), now);
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const file of await filesBelow(folder)) size += (await readStamp(join(folder, file)))?.size ?? 0;
  return size;
}

/** Removes every copy of one file that can be removed, durably. @throws the first error of the disk */
export async function removeCopies(home: string, file: string): Promise<void> {
  const removed = await Promise.allSettled((await setsIn(home)).map((set) => removeCopy(join(home, set, file))));
  const failed = removed.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Removes one copy, durably. None where there is none. @throws errors of the disk */
export async function removeCopy(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return;
    throw error;
  }
  await syncFolder(dirname(path));
}
