import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './systemError';

export const onWindows = process.platform === 'win32';

/** Only the person may look into a journal. */
const PRIVATE_FOLDER = 0o700;

/**
 * Makes the names in a folder durable: without it a power cut may take back a rename or a new file. Windows has no such call;
 * some network drives refuse it (EINVAL, ENOTSUP), which cannot be helped. EIO is a real fault and is passed on.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (onWindows) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw error;
  } finally {
    // What was only synced has nothing left to say: nobody waits for its end.
    void handle.close().catch(() => undefined);
  }
}

/** Makes a folder and its parents, each durable in its own parent, readable by the person alone. */
export async function ensureFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await ensureFolder(dirname(folder));
    await makeFolder(folder);
  }
}

/**
 * The same below a root that must be there already: a root that vanished is not made again (ENOENT). Folders that are there are
 * made durable, too, since whoever made them may have been killed before that.
 */
export async function ensureFolderIn(root: string, folder: string): Promise<void> {
  if (folder === root) return;
  await ensureFolderIn(root, dirname(folder));
  if (!(await makeFolder(folder))) await syncFolder(dirname(folder));
}

/** One folder; false where it was there. (A recursive mkdir would say ENOENT where the disk is read-only.) */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: PRIVATE_FOLDER });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  await syncFolder(dirname(folder));
  return true;
}
