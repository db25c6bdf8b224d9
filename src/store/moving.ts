import type { Dirent } from 'node:fs';
import { access, chmod, constants, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import { Overtaken } from './durableFile';
import { ensureFolder, onWindows, syncFolder } from './folder';
import { exists } from './founding';
import { LOCK_FILES, LOCK_TIMES, withLock } from './lock';
import type { LockTimes } from './lock';
import { refusalFor, refused } from './refusal';
import type { Refused } from './refusal';
import { hasCode, isSystemError, unlessRefused } from './systemError';
import { isLeft, isTemporary, temporaryPath } from './temporaryFile';

export interface Move {
  /** The journal's folder as it is, absolute. */
  readonly from: string;
  /** The journal's folder as it shall be, absolute. Not there yet, or empty. */
  readonly to: string;
  /** Today (2026-11-24), for the name under which the old folder stays. */
  readonly day: string;
  readonly times?: LockTimes;
}

/** The journal is whole and durable in its new place. */
export interface Moved {
  readonly ok: true;
  /** How many files were taken along. */
  readonly files: number;
  /** Where the old folder is: renamed; under its old name where the disk allowed no other. Nothing of it was deleted. */
  readonly left: string;
}

/** A reason that is known before the disk says one. */
class NotMoved extends Error {
  constructor(readonly refusal: Refused) {
    super(refusal.reason);
  }
}

/**
 * Takes a journal along to another folder: every file by its bytes, also what no program can parse, with its permissions. It is copied
 * beside the new place, made durable and compared byte by byte, then put in place by one rename: whatever the moment of a fault, a
 * kill or a power cut, the old journal is whole under its name, or the new one is. The old one's lock keeps other windows out; of two
 * who make the new folder, the rename lets one through. Only then the old folder is renamed. Refuses where there is a journal already.
 */
export async function moveJournal(move: Move): Promise<Moved | Refused> {
  const { from, to, times = LOCK_TIMES } = move;
  try {
    if (contains(from, to) || contains(to, from)) throw new NotMoved(nested(from, to));
    await access(dirname(from), constants.W_OK); // what could not be renamed afterwards is not copied first
    return await withLock(from, (stillMine) => moveInside(move, stillMine), times);
  } catch (error) {
    if (error instanceof NotMoved) return error.refusal;
    const path = isSystemError(error) && 'path' in error ? String(error.path) : to;
    const folder = contains(from, path) ? from : path === dirname(from) ? path : to;
    const refusal = refusalFor(error, { folder, file: basename(path) });
    if (!refusal) throw error;
    return refusal;
  }
}

/** Whether a journal, or anything else, is in a folder. */
export async function isTaken(folder: string): Promise<boolean> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return there.length > 0;
}

async function moveInside({ from, to, day }: Move, stillMine: () => Promise<boolean>): Promise<Moved> {
  if (await isTaken(to)) throw new NotMoved(taken(to));
  await ensureFolder(dirname(to));
  await sweepUnfinished(to);
  const aside = temporaryPath(to);
  let files: number;
  try {
    files = await copyFolder(from, aside);
    if ((await countSame(from, aside)) !== files || !(await stillMine())) throw new Overtaken();
    if (onWindows) await unlessRefused(rmdir(to)); // elsewhere an empty folder gives way to the rename
    await rename(aside, to);
  } catch (error) {
    await unlessRefused(rm(aside, { recursive: true, force: true }));
    throw hasCode(error, 'ENOTEMPTY', 'EEXIST') ? new NotMoved(taken(to)) : error;
  }
  await syncFolder(dirname(to));
  return { ok: true, files, left: (await unlessRefused(leave(from, day))) ?? from };
}

/** What belongs to the journal in one of its folders: all but locks, and what a writer left half done. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !LOCK_FILES.includes(name) && !isTemporary(name));
}

/** Gives the number of files. Files are durable when their folder is, and folders from the inside out. */
async function copyFolder(from: string, to: string): Promise<number> {
  await mkdir(to, { mode: 0o700 });
  let files = 0;
  for (const entry of await entriesOf(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) files += await copyFolder(source, target);
    else if (await isFile(entry, source)) files += await copyFile(source, target);
  }
  await syncFolder(to);
  await syncFolder(dirname(to));
  await chmod(to, (await stat(from)).mode & 0o777);
  return files;
}

/** A link to a file is taken along as that file; sockets and the like hold nothing. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  if ((await unlessRefused(stat(path)))?.isFile()) return true;
  throw new NotMoved(refused('failed', l10n.t('{0} is a link that leads to no file, so it cannot be taken along. Nothing was moved. Put it right, then try again.', path)));
}

async function copyFile(from: string, to: string): Promise<1> {
  const handle = await open(to, 'wx', 0o600);
  try {
    await handle.writeFile(await readFile(from));
    await handle.chmod((await stat(from)).mode & 0o777);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return 1;
}

/** How many files say the same in both places, to the byte. */
async function countSame(from: string, to: string): Promise<number> {
  let files = 0;
  for (const entry of await entriesOf(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) files += await countSame(source, target);
    else if (await isFile(entry, source)) files += (await readFile(source)).equals(await readFile(target)) ? 1 : 0;
  }
  return files;
}

/** Keeps the old folder, under a name that no window takes for a journal. */
async function leave(from: string, day: string): Promise<string> {
  let left = `${from}-moved-${day}`;
  for (let n = 2; await exists(left); n++) left = `${from}-moved-${day}-${n}`;
  await rename(from, left);
  await syncFolder(dirname(left));
  for (const lock of LOCK_FILES) await unlessRefused(unlink(join(left, lock)));
  return left;
}

/** Copies that were cut short by a kill. They are no journal to anybody. */
async function sweepUnfinished(to: string): Promise<void> {
  const beside = await readdir(dirname(to));
  for (const name of beside.filter((each) => each.startsWith(`.${basename(to)}.`) && isTemporary(each))) {
    const path = join(dirname(to), name);
    if (await isLeft(path, Date.now())) await unlessRefused(rm(path, { recursive: true, force: true }));
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

const nested = (from: string, to: string): Refused =>
  refused('failed', l10n.t('{0} and {1} are inside each other, so the journal cannot be moved. Choose another folder.', from, to));

const taken = (to: string): Refused => refused('exists', l10n.t('There are files in {0} already, so nothing was moved there.', to));
