import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readStamp } from '../bytes';
import type { BytesRead, Stamp } from '../bytes';
import { DurableFile } from '../durableFile';
import { ensureFolder, ensureFolderIn, syncFolder } from '../folder';
import { hasCode, unlessRefused } from '../systemError';
import { temporaryPath } from '../temporaryFile';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** In milliseconds: what a time loses on its way through the seconds of `utimes`. */
const SAME_TIME = 0.01;

/** Whether a copy was made of what had this stamp. A disk that rounds times says no, and the copy is made again. */
export function isCopyOf(copy: Stamp, stamp: Stamp): boolean {
  return copy.size === stamp.size && Math.abs(copy.mtimeMs - stamp.mtimeMs) < SAME_TIME;
}

/** Puts a copy in place, whole or not at all while the power stays on. It has the time of its original. Not durable: it is a second copy. */
export async function writeCopy(path: string, original: BytesRead): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
  const temporary = temporaryPath(path);
  try {
    await fill(await open(temporary, 'wx', PRIVATE_FILE), original);
    await rename(temporary, path);
  } catch (error) {
    await unlessRefused(unlink(temporary));
    throw error;
  }
}

/** The same where there is no copy yet; one that another window made is left alone. An empty one was left by a writer that was killed. */
export async function writeFirstCopy(path: string, original: BytesRead): Promise<void> {
  const there = await readStamp(path);
  if (there?.size === 0) return await writeCopy(path, original);
  if (there) return;
  const handle = await makeFile(path);
  if (!handle) return;
  try {
    await fill(handle, original);
  } catch (error) {
    await unlessRefused(unlink(path));
    throw error;
  }
}

/** A file that was not there, in a folder that is made where it is missing: most of a day's copies find theirs. Undefined: the file is there. */
async function makeFile(path: string): Promise<FileHandle | undefined> {
  const make = (): Promise<FileHandle | undefined> =>
    open(path, 'wx', PRIVATE_FILE).catch((error: unknown) => {
      if (hasCode(error, 'EEXIST')) return undefined;
      throw error;
    });
  try {
    return await make();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    return await make();
  }
}

async function fill(handle: FileHandle, { bytes, stamp }: BytesRead): Promise<void> {
  try {
    await handle.writeFile(bytes);
    await handle.utimes(stamp.mtimeMs / 1000, stamp.mtimeMs / 1000);
  } finally {
    await handle.close();
  }
}

/**
 * A copy that survives a power cut when this resolves. Where the same bytes lie there already, they are made durable, and so are the
 * folders: the copies that follow behind made them without that.
 * @param root the folder of all journals' backups, absolute
 */
export async function writeDurableCopy(root: string, path: string, bytes: Buffer): Promise<void> {
  await ensureFolder(dirname(root));
  const file = new DurableFile(path, dirname(root), async () => true);
  const there = await file.readAsIs();
  if (!there?.bytes.equals(bytes)) return await file.writeBytes(bytes);
  await ensureFolderIn(dirname(root), dirname(path));
  await syncFolder(dirname(path));
}

/** Every file below a folder, relative to it, with forward slashes. A folder that is not there holds none. */
export async function filesBelow(folder: string, below = ''): Promise<readonly string[]> {
  const entries = (await unlessRefused(readdir(join(folder, below), { withFileTypes: true }))) ?? [];
  const files: string[] = [];
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, name)));
    else if (entry.isFile()) files.push(name);
  }
  return files;
}
