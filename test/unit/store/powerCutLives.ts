import assert from 'node:assert/strict';
import type { RowKey } from '../../../tools/suites/tortureRows.mjs';
import { seen } from '../../torture/row';
import { FILE, openJournal } from './journalFolder';
import type { Journal } from '../../../src/store/journal';
import { fromZero } from './formatZero';
import { possibleDisks } from './possibleDisks';
import type { Disk } from './possibleDisks';
import { recorded } from './recorder';
import type { Operation } from './recorder';

/** The same path below the journal's folder. */
export const RECORD = FILE.replace('.lead-debrief/', '');
export const HOME = 'backups/k3f9q2m7xa';
export const FACTS = '.lead-debrief/debrief-journal.json';

/** What must hold on every disk: `acknowledged` counts the steps that were said to be done. */
export type Holds = (disk: Disk, acknowledged: number) => boolean;

/** One way to write, and what it must leave. */
export interface Life {
  readonly key: RowKey;
  readonly name: string;
  /** What was before, on a disk that was written long ago. */
  readonly before?: (folder: string) => Promise<void>;
  /** Does its steps, and says after each that it is done. */
  readonly run: (folder: string, done: () => void) => Promise<void>;
  readonly holds: Holds;
  /** The copies that follow behind are looked at, too, as they are after a while. Else they are left out: nobody promised that they are durable. */
  readonly copiesToo?: boolean;
  /** Whether a store that forgot to make bytes durable would be seen here: a removal has none. */
  readonly writes: boolean;
}

/** A journal with backups, whose ids are all one. */
export const openWithBackups = (folder: string): Promise<Journal> =>
  openJournal(folder, { backups: `${folder}/backups`, later: () => undefined, migrations: fromZero, newId: () => 'k3f9q2m7xa' });

export async function ok(outcome: Promise<{ readonly ok: boolean }>): Promise<void> {
  const said = await outcome;
  assert.ok(said.ok, JSON.stringify(said));
}

export const texts = (disk: Disk, folder: string): readonly string[] => [...disk].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
export const has = (text: string | undefined, words: string): boolean => text?.includes(words) === true && text.endsWith('}\n');

/** Copies that follow behind, and the note of where the journal lies. */
function withoutCopies(log: readonly Operation[]): readonly Operation[] {
  const isCopy = (path: string): boolean => /^backups\/[^/]+\/(latest|days|\.?folders)/.test(path);
  const inodes = new Set(log.flatMap((operation) => (operation.kind === 'create' && isCopy(operation.path) ? [operation.inode] : [])));
  return log.filter((operation) => !('path' in operation && isCopy(operation.path)) && !('inode' in operation && inodes.has(operation.inode)));
}

/** The same after a while: at the first step that is done, the system has written everything to the disk. */
function settled(log: readonly Operation[]): readonly Operation[] {
  const first = log.findIndex(({ kind }) => kind === 'acknowledged');
  const before = log.slice(0, first);
  const files = before.flatMap((operation): Operation[] => (operation.kind === 'create' ? [{ kind: 'sync', inode: operation.inode }] : []));
  const folders = before.flatMap((operation): Operation[] => (operation.kind === 'make-folder' ? [{ kind: 'sync-folder', path: operation.path }] : []));
  return [...before, ...files, { kind: 'sync-folder', path: '' }, ...folders, ...log.slice(first)];
}

/** On how many of the disks after the first step it does not hold; with `first`, of those up to the first step on which it does not. */
function brokenOn(log: readonly Operation[], holds: Holds, first = false): { disks: number; broken: number } {
  const found = { disks: 0, broken: 0 };
  let acknowledged = 0;
  for (const [i, operation] of log.entries()) {
    if (operation.kind === 'acknowledged') acknowledged++;
    if (acknowledged === 0) continue;
    for (const disk of possibleDisks(log.slice(0, i + 1))) {
      found.disks++;
      if (!holds(disk, acknowledged)) found.broken++;
    }
    if (first && found.broken > 0) break;
  }
  return found;
}

/** A store that forgets, after its first step, to make these durable. */
function forgetting(log: readonly Operation[], forgotten: Operation['kind']): readonly Operation[] {
  const first = log.findIndex(({ kind }) => kind === 'acknowledged');
  return log.filter(({ kind }, i) => i < first || kind !== forgotten);
}

/** Cuts the power after every operation, and tries whether faults that are put in are found. */
export async function cutPower(folder: string, { key, before, run, holds, copiesToo, writes }: Life): Promise<void> {
  await before?.(folder);
  const whole = await recorded(folder, (log) => run(folder, () => void log.push({ kind: 'acknowledged', path: '', value: 0 })));
  const log = copiesToo ? settled(whole) : withoutCopies(whole);
  await seen(key, () => {
    const { disks, broken } = brokenOn(log, holds);
    return { often: disks, lost: broken };
  });
  const faults = writes ? (['sync-folder', 'sync'] as const) : (['sync-folder'] as const);
  await seen('cutFaults', () => ({
    often: faults.length,
    wrong: { 'not found': faults.filter((fault) => brokenOn(forgetting(log, fault), holds, true).broken === 0).length },
  }));
}
