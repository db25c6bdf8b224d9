import { open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Where git keeps what it notes about one work tree. Absolute. */
export interface GitFolder {
  /** HEAD and its reflog are in it. */
  readonly own: string;
  /** Branches are in it; the same but for a linked work tree. */
  readonly common: string;
}

/** More than this is not read of what came at once, in bytes. */
const MOST = 65_536;

/** The git folders of the workspace: those that its folders are in, and those one level below. Reads files only, runs nothing. Never rejects. */
export async function gitFolders(folders: readonly string[]): Promise<readonly GitFolder[]> {
  const below = await Promise.all(folders.map(childrenOf));
  const found = await Promise.all([...folders.map(foundAbove), ...below.flat().map(gitFolderIn)]);
  return [...new Map(found.flatMap((each) => (each ? [[each.own, each] as const] : []))).values()];
}

async function childrenOf(folder: string): Promise<string[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return children.filter((child) => child.isDirectory() && !child.name.startsWith('.') && child.name !== 'node_modules').map(({ name }) => join(folder, name));
}

async function foundAbove(folder: string): Promise<GitFolder | undefined> {
  const above = dirname(folder);
  return (await gitFolderIn(folder)) ?? (above === folder ? undefined : foundAbove(above));
}

async function gitFolderIn(folder: string): Promise<GitFolder | undefined> {
  const path = join(folder, '.git');
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isDirectory()) return { own: path, common: path };
  const [, named = ''] = kind?.isFile() ? (/^gitdir: (.*\S)\s*$/m.exec(await readFile(path, 'utf8').catch(() => '')) ?? []) : [];
  if (named === '') return undefined;
  const own = resolve(folder, named);
  const common = (await readFile(join(own, 'commondir'), 'utf8').catch(() => '')).trim();
  return { own, common: common === '' ? own : resolve(own, common) };
}

/** The reflog of HEAD, of which only what is new is read. */
export class HeadLog {
  readonly path: string;
  #read: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ own }: GitFolder) {
    this.path = join(own, 'logs', 'HEAD');
  }

  /** The whole lines that came since it was last asked; none at the first time. One that got shorter was written anew: it begins from its end. */
  news(): Promise<string> {
    const turn = this.#turn.then(() => this.#news()).catch(() => '');
    this.#turn = turn;
    return turn;
  }

  async #news(): Promise<string> {
    const { size } = await stat(this.path).catch(() => ({ size: 0 }));
    const from = this.#read;
    if (from === undefined || size <= from || size - from > MOST) {
      this.#read = size;
      return '';
    }
    const text = await readPart(this.path, from, size - from);
    const whole = text.lastIndexOf(0x0a) + 1;
    this.#read = from + whole;
    return text.subarray(0, whole).toString('utf8');
  }
}

/** The beginning of a branch's own reflog; empty where there is none. */
export function beginningOf(path: string): Promise<string> {
  return readPart(path, 0, 1_000).then((bytes) => bytes.toString('utf8')).catch(() => '');
}

async function readPart(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
