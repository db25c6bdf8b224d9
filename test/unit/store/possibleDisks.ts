import type { Operation } from './recorder';

/** What may be found after a power cut: each file's path and text. */
export type Disk = ReadonlyMap<string, string>;

const FOLDER = 'folder';
type Names = Map<string, number | typeof FOLDER>;
type NameOperation = Extract<Operation, { kind: 'create' | 'make-folder' | 'rename' | 'unlink' }>;

interface Bytes {
  /** What an fsync has made durable. */
  safe: string;
  now: string;
}

/** Where the disk stands after some operations: what is durable for certain, and what may be. */
interface Standing {
  readonly names: Names;
  /** Changes of names that no fsync of their folder has made durable, in order, by folder. */
  readonly waiting: ReadonlyMap<string, readonly NameOperation[]>;
  readonly bytes: ReadonlyMap<number, Bytes>;
}

/**
 * Every disk that POSIX allows after a cut right behind these operations: of each folder any first part of the waiting changes of
 * names has happened, and of each file that was not synced the bytes are old, gone, half there or whole.
 */
export function* possibleDisks(log: readonly Operation[]): Generator<Disk> {
  const { names, waiting, bytes } = standing(log);
  const choices = [...waiting.values()].map((operations) => Array.from({ length: operations.length + 1 }, (_, n) => operations.slice(0, n)));
  for (const chosen of product(choices)) {
    const named: Names = new Map(names);
    for (const operation of chosen.flat()) applyName(named, operation);
    const files = [...named].filter((entry): entry is [string, number] => entry[1] !== FOLDER && isReachable(named, entry[0]));
    const texts = files.map(([path, inode]) => possibleTexts(bytes.get(inode)).map((text): readonly [string, string] => [path, text]));
    for (const disk of product(texts)) yield new Map(disk);
  }
}

function standing(log: readonly Operation[]): Standing {
  const names: Names = new Map();
  const waiting = new Map<string, NameOperation[]>();
  const bytes = new Map<number, Bytes>();
  for (const operation of log) {
    const about = 'inode' in operation ? bytes.get(operation.inode) : undefined;
    if (operation.kind === 'create') bytes.set(operation.inode, { safe: '', now: '' });
    if (operation.kind === 'write' && about) about.now += operation.text;
    if (operation.kind === 'sync' && about) about.safe = about.now;
    if (operation.kind === 'sync-folder') {
      for (const each of waiting.get(operation.path) ?? []) applyName(names, each);
      waiting.delete(operation.path);
    }
    if (isNameOperation(operation)) waiting.set(parent(operation.path), [...(waiting.get(parent(operation.path)) ?? []), operation]);
  }
  return { names, waiting, bytes };
}

const isNameOperation = (operation: Operation): operation is NameOperation => ['create', 'make-folder', 'rename', 'unlink'].includes(operation.kind);

const parent = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

function applyName(names: Names, operation: NameOperation): void {
  if (operation.kind === 'create') names.set(operation.path, operation.inode);
  if (operation.kind === 'make-folder') names.set(operation.path, FOLDER);
  if (operation.kind === 'unlink') names.delete(operation.path);
  if (operation.kind !== 'rename') return;
  const inode = names.get(operation.from);
  names.delete(operation.from);
  if (inode !== undefined) names.set(operation.path, inode);
  if (inode !== FOLDER) return;
  const inside = `${operation.from}/`;
  for (const [path, each] of [...names].filter(([path]) => path.startsWith(inside))) {
    names.delete(path);
    names.set(`${operation.path}/${path.slice(inside.length)}`, each);
  }
}

const isReachable = (names: Names, path: string): boolean => parent(path) === '' || (names.has(parent(path)) && isReachable(names, parent(path)));

function possibleTexts(bytes: Bytes | undefined): readonly string[] {
  if (!bytes) return [''];
  return bytes.safe === bytes.now ? [bytes.now] : [...new Set([bytes.safe, '', bytes.now.slice(0, bytes.now.length / 2), bytes.now])];
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]]);
}
