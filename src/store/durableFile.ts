import { fstatSync } from 'node:fs';
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { readBytes, sameStamp, stampOf } from './bytes';
import type { BytesRead, Stamp } from './bytes';
import { LARGEST, parseFaithfully, stringify } from './faithful';
import { ensureFolderIn, onWindows, syncFolder } from './folder';
import { hasCode, unlessRefused } from './systemError';
import { temporaryPath } from './temporaryFile';

/**
 * Someone without our lock (an editor, git) wrote the file between our read and our write, took our temporary file or its folder
 * away, or broke our lock. Try the change again: where the journal itself is gone, the lock will say so.
 */
export class Overtaken extends Error {}

/** More than `parseFaithfully` would read again. */
export class TooLarge extends Error {}

const NEW_FILE = 0o600;
const PERMISSIONS = 0o777;
const LONGEST_WAIT = 1000;

/**
 * A lowdb adapter for one JSON file of the journal, for one change: read once, write once. Whatever the moment of a crash or a power
 * cut, the file then holds the old bytes or the new ones, and after `write` resolved, the new ones. One instance belongs to one change.
 */
export class DurableFile implements Adapter<Readonly<Record<string, unknown>>> {
  /** The file as it is now on disk, as far as this instance knows. */
  stamp: Stamp | undefined;
  #bytes: Buffer | undefined;
  #mode: number | undefined;
  /** Looked for while the bytes are read. */
  #target: Promise<string> | undefined;

  /**
   * @param path absolute
   * @param root the journal's folder, absolute; folders below it are made as needed, it is not
   * @param mayReplace asked right before the rename; false ends in `Overtaken`
   * @param parse what `read` makes of the bytes
   */
  constructor(
    private readonly path: string,
    private readonly root: string,
    private readonly mayReplace: () => Promise<boolean>,
    private readonly parse: (bytes: Buffer) => Readonly<Record<string, unknown>> = parseFaithfully,
  ) {}

  /** @throws {Unreadable} where the bytes cannot be kept. Null: there is no such file. */
  async read(): Promise<Readonly<Record<string, unknown>> | null> {
    const found = await this.readAsIs();
    return found ? this.parse(found.bytes) : null;
  }

  /** The bytes, whatever they hold. @throws {Unreadable} where there are too many of them */
  async readAsIs(): Promise<BytesRead | undefined> {
    this.#target = behindLinks(this.path);
    const found = await readBytes(this.path);
    [this.#bytes, this.stamp, this.#mode] = [found?.bytes, found?.stamp, found?.mode];
    return found;
  }

  /** What the file holds, as far as this instance knows. */
  get held(): BytesRead | undefined {
    return this.#bytes && this.stamp && { bytes: this.#bytes, stamp: this.stamp };
  }

  async write(data: unknown): Promise<void> {
    await this.writeText(stringify(data));
  }

  /** For a file that is no JSON: the same steps. */
  async writeText(text: string): Promise<void> {
    await this.writeBytes(Buffer.from(text));
  }

  /** Bytes as they are, of a backup: the same steps. */
  async writeBytes(bytes: Buffer): Promise<void> {
    if (this.#bytes?.equals(bytes)) return;
    if (bytes.length > LARGEST) throw new TooLarge();
    const target = await (this.#target ?? behindLinks(this.path));
    const mode = this.#mode ?? (await unlessRefused(stat(target)))?.mode;
    if (mode === undefined) await ensureFolderIn(this.root, dirname(target));
    const temporary = temporaryPath(target);
    try {
      const written = await writeSynced(temporary, bytes, mode);
      await Promise.all([written.close(), this.#refuseIfOvertaken(target)]);
      await renamePatiently(temporary, target);
      [this.#bytes, this.stamp] = [bytes, written.stamp];
    } catch (error) {
      await unlessRefused(unlink(temporary));
      throw hasCode(error, 'ENOENT') ? new Overtaken() : error;
    }
    await syncFolder(dirname(target));
  }

  /** Takes the file away, durably; of a symbolic link also the file behind it. */
  async remove(): Promise<void> {
    const target = await behindLinks(this.path);
    await this.#refuseIfOvertaken(target);
    for (const path of new Set([target, this.path])) {
      await unlink(path);
      await syncFolder(dirname(path));
    }
    [this.#bytes, this.stamp, this.#mode] = [undefined, undefined, undefined];
  }

  /** An editor takes no lock, so look once more. Where inode numbers are not steady (sshfs), the bytes decide. */
  async #refuseIfOvertaken(target: string): Promise<void> {
    const [isAsRead, isAllowed] = await Promise.all([this.#isAsRead(target), this.mayReplace()]);
    if (!(isAsRead && isAllowed)) throw new Overtaken();
  }

  async #isAsRead(target: string): Promise<boolean> {
    const now = await unlessRefused(stat(target));
    if (now && this.stamp && sameStamp(now, this.stamp)) return true;
    const there = await unlessRefused(readFile(target));
    return there && this.#bytes ? there.equals(this.#bytes) : there === this.#bytes;
  }
}

/** A symbolic link stays one: the file behind it is replaced. */
const behindLinks = async (path: string): Promise<string> => (await unlessRefused(realpath(path))) ?? path;

/** What is durable, under its temporary name. */
interface Written {
  readonly stamp: Stamp;
  /** To be waited for before it is renamed. */
  close(): Promise<void>;
}

/**
 * A new file whose bytes are durable, with the permissions of the one that it replaces.
 * @param mode of that one, undefined where there is none
 */
export async function writeSynced(path: string, bytes: Buffer, mode: number | undefined): Promise<Written> {
  const permissions = mode === undefined ? NEW_FILE : mode & PERMISSIONS;
  const handle = await open(path, 'wx', permissions | NEW_FILE);
  try {
    await keepPermissions(handle, permissions);
    await handle.writeFile(bytes);
    const [stats] = await Promise.all([handle.stat(), handle.sync()]);
    return { stamp: stampOf(stats), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Where the person's umask lets a new file have them, it has them. (Not asynchronous: as in `readBytes`.) */
async function keepPermissions(handle: FileHandle, permissions: number): Promise<void> {
  if (onWindows || (fstatSync(handle.fd).mode & PERMISSIONS) === permissions) return;
  await handle.chmod(permissions);
}

/** On Windows an indexer or a virus scanner may hold the file for a moment. Elsewhere these errors are final. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!onWindows || wait > LONGEST_WAIT || !hasCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      await pause(wait);
    }
  }
}
