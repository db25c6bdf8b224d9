// @ts-check
// Where tests make their folders: in memory, where the system keeps a file system there with room enough. They are files as on a disk, but nothing
// waits for one: unit tests that write journals and repositories need half the time in the system then (19 s became 11 s).
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { onStop } from '../processes.mjs';

const inMemory = '/dev/shm';
/** What `statfs` calls a file system in memory on Linux (TMPFS_MAGIC). */
const TMPFS = 0x01021994;
/** In bytes. A margin, not a measurement: profiles and repositories of several windows lie there at a time, and a container has often 64 MB in all. */
const ROOM = 2 ** 31;

/** The folder for temporary files of this run and of all that it starts, as an environment; removed when the run ends. Nothing where the usual one has to do. */
export function temporaryInMemory() {
  if (process.platform !== 'linux' || !hasRoom()) return {};
  removeLeft();
  const folder = mkdtempSync(path.join(inMemory, `ld-${process.pid}-`)); // short: sockets are made in it
  onStop(() => remove(folder));
  chmodSync(folder, 0o755); // to be passed by everybody, as the usual one is
  return { TMPDIR: folder };
}

/** @param {string} folder */
const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** What a run that was killed left there would take memory until the machine is started anew. */
function removeLeft() {
  for (const name of readdirSync(inMemory)) {
    const pid = /^ld-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) remove(path.join(inMemory, name));
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // somebody else's
  }
}

function hasRoom() {
  try {
    const { type, bavail, bsize } = statfsSync(inMemory);
    return type === TMPFS && bavail * bsize >= ROOM;
  } catch {
    return false; // there is none
  }
}
