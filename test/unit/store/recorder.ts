import fs from 'node:fs';
import type { PathLike } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, relative } from 'node:path';

/** What a writer did to the disk. Paths are relative to the recorded folder; '' is that folder. */
export type Operation =
  | { readonly kind: 'create'; readonly path: string; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly text: string }
  | { readonly kind: 'sync'; readonly inode: number }
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'sync-folder'; readonly path: string }
  /** Not an operation: from here on, this value must survive. */
  | { readonly kind: 'acknowledged'; readonly path: string; readonly value: number };

/** Ways to write that this recorder does not know. A store that begins to use one must not pass unseen. */
const UNKNOWN = ['appendFile', 'copyFile', 'cp', 'link', 'rm', 'rmdir', 'symlink', 'truncate', 'writeFile'] as const;

/**
 * Runs `work` and records what it does below `root` through node:fs/promises. Everything is done for real as well.
 * @param work gets the log, to note in it what was acknowledged
 */
export async function recorded(root: string, work: (log: Operation[]) => Promise<void>): Promise<readonly Operation[]> {
  const log: Operation[] = [];
  const real = { ...fs.promises };
  Object.assign(fs.promises, recording(root, real, log));
  syncBuiltinESMExports();
  try {
    await work(log);
  } finally {
    Object.assign(fs.promises, real);
    syncBuiltinESMExports();
  }
  return log;
}

function recording(root: string, real: typeof fs.promises, log: Operation[]): Partial<Record<keyof typeof fs.promises, unknown>> {
  const inodes = new Map<string, number>();
  const at = (path: PathLike): string => relative(root, String(path)).replaceAll('\\', '/');
  const inside = (path: PathLike): boolean => !at(path).startsWith('..');
  let last = 0;

  async function open(path: PathLike, flags: string | number = 'r', mode?: number): Promise<FileHandle> {
    const handle = await real.open(path, flags, mode);
    if (!inside(path)) return handle;
    if (flags !== 'r' && flags !== 'wx') throw new Error(`The recorder does not know how to open a file with ${flags}.`);
    if (flags === 'wx') {
      inodes.set(at(path), ++last);
      log.push({ kind: 'create', path: at(path), inode: last });
    }
    return recordingHandle(handle, { path: at(path), inode: inodes.get(at(path)) }, log);
  }

  async function rename(from: PathLike, to: PathLike): Promise<void> {
    await real.rename(from, to);
    inodes.set(at(to), inodes.get(at(from)) ?? 0);
    log.push({ kind: 'rename', from: at(from), path: at(to) });
  }

  async function unlink(path: PathLike): Promise<void> {
    await real.unlink(path);
    log.push({ kind: 'unlink', path: at(path) });
  }

  async function mkdir(path: PathLike, options: { recursive?: boolean }): Promise<string | undefined> {
    const first = await real.mkdir(path, options);
    const made = options.recursive ? parentsDownTo(String(path), first) : [String(path)];
    log.push(...made.map((each): Operation => ({ kind: 'make-folder', path: at(each) })));
    return first;
  }

  const refuse = (name: string) => [name, async () => Promise.reject(new Error(`The recorder does not know ${name}.`))];
  return { open, rename, unlink, mkdir, ...Object.fromEntries(UNKNOWN.map(refuse)) };
}

/** What mkdir made when it says which folder was the first of them, outermost first. */
function parentsDownTo(path: string, first: string | undefined): readonly string[] {
  if (first === undefined) return [];
  return path === first ? [path] : [...parentsDownTo(dirname(path), first), path];
}

function recordingHandle(handle: FileHandle, { path, inode }: { path: string; inode: number | undefined }, log: Operation[]): FileHandle {
  const [writeFile, sync, isFolder] = [handle.writeFile.bind(handle), handle.sync.bind(handle), inode === undefined];
  return Object.assign(handle, {
    async writeFile(data: string | Buffer) {
      await writeFile(data);
      log.push({ kind: 'write', inode: inode ?? 0, text: data.toString() });
    },
    async sync() {
      await sync();
      log.push(isFolder ? { kind: 'sync-folder', path } : { kind: 'sync', inode: inode ?? 0 });
    },
    write: async () => Promise.reject(new Error('The recorder does not know write.')),
    datasync: async () => Promise.reject(new Error('The recorder does not know datasync.')),
  });
}
