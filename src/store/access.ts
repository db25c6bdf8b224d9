import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { AccessFacts } from '../core/privacy/facts';
import { onWindows } from './folder';
import { hasCode } from './systemError';

/** As many files are asked about at once. */
const AT_ONCE = 16;
const [GROUP_READS, GROUP_ENTERS, OTHERS_READ, OTHERS_ENTER] = [0o040, 0o010, 0o004, 0o001] as const;

/** Who comes as far as a folder: anybody, and the members of a group (by its number). */
interface Way {
  readonly others: boolean;
  readonly group: (id: number) => boolean;
}

const ANYBODY: Way = { others: true, group: () => true };

interface Counts {
  files: number;
  group: number;
  others: number;
  groupLists: number;
  othersList: number;
  foreign: number;
}

/**
 * Who can read the files below a folder, by what their modes and those of all folders above say. Reads no file. Access lists are not
 * looked at, and on Windows, where there is nothing else, nothing is.
 * @param folder absolute; need not be there
 * @param user who looks: a number of a user
 */
export async function readAccess(folder: string, user: number | undefined = process.getuid?.()): Promise<AccessFacts> {
  if (onWindows) return { kind: 'windows' };
  const counts: Counts = { files: 0, group: 0, others: 0, groupLists: 0, othersList: 0, foreign: 0 };
  try {
    const real = await realpath(folder);
    const way = await above(real);
    await count(real, await stat(real), way, counts, user);
    return { kind: 'modes', ...counts };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'none' };
    if (hasCode(error, 'EACCES', 'EPERM', 'ELOOP', 'EIO')) return { kind: 'barred' };
    throw error;
  }
}

/** Who comes as far as a folder's own door. */
async function above(folder: string): Promise<Way> {
  const parent = dirname(folder);
  return parent === folder ? ANYBODY : through(await above(parent), await stat(parent));
}

/** Who goes on through a folder. A member of the folder's own group goes by what it says of the group, and nothing else. */
function through(way: Way, { mode, gid }: Stats): Way {
  return {
    others: way.others && (mode & OTHERS_ENTER) !== 0,
    group: (id) => way.group(id) && (mode & (id === gid ? GROUP_ENTERS : OTHERS_ENTER)) !== 0,
  };
}

async function count(folder: string, own: Stats, way: Way, counts: Counts, user: number | undefined): Promise<void> {
  if (way.others && (own.mode & OTHERS_READ) !== 0) counts.othersList += 1;
  if (way.group(own.gid) && (own.mode & GROUP_READS) !== 0) counts.groupLists += 1;
  const inside = through(way, own);
  const limit = pLimit(AT_ONCE);
  const names = await readdir(folder);
  const all = await Promise.all(names.map((name) => limit(async () => [join(folder, name), await statOrNone(join(folder, name))] as const)));
  for (const [path, each] of all) {
    if (each?.isDirectory()) await count(path, each, inside, counts, user);
    else if (each?.isFile()) countFile(each, inside, counts, user);
  }
}

function countFile({ mode, gid, uid }: Stats, way: Way, counts: Counts, user: number | undefined): void {
  counts.files += 1;
  if (way.others && (mode & OTHERS_READ) !== 0) counts.others += 1;
  if (way.group(gid) && (mode & GROUP_READS) !== 0) counts.group += 1;
  if (user !== undefined && uid !== user) counts.foreign += 1;
}

/** A file that goes while it is looked for is none. */
async function statOrNone(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
