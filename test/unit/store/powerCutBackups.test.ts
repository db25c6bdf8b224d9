import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DurableFile } from '../../../src/store/durableFile';
import { ensureFolder } from '../../../src/store/folder';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import { fromZero, zero } from './formatZero';
import { FILE, ID, openJournal, OTHER, ownFolder, setStakes } from './journalFolder';
import { possibleDisks } from './possibleDisks';
import type { Disk } from './possibleDisks';
import { recorded } from './recorder';
import type { Operation } from './recorder';

const RECORD = FILE.replace('.lead-debrief/', '');
const HOME = 'backups/k3f9q2m7xa';
const FACTS = '.lead-debrief/debrief-journal.json';

/** What must hold on every disk: `acknowledged` counts the steps that were said to be done. */
type Holds = (disk: Disk, acknowledged: number) => boolean;

interface Life {
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

const open = (folder: string): Promise<Journal> =>
  openJournal(folder, { backups: join(folder, 'backups'), later: () => undefined, migrations: fromZero, newId: () => 'k3f9q2m7xa' });

async function ok(outcome: Promise<{ readonly ok: boolean }>): Promise<void> {
  const said = await outcome;
  assert.ok(said.ok, JSON.stringify(said));
}

const texts = (disk: Disk, folder: string): readonly string[] => [...disk].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
const has = (text: string | undefined, words: string): boolean => text?.includes(words) === true && text.endsWith('}\n');

async function deleteOneOfTwo(folder: string, done: () => void, shared: boolean): Promise<void> {
  const journal = await open(folder);
  await ok(journal.create(incident(ID, { stakes: 'secret' })));
  if (shared) await ok(journal.updateFacts((facts) => ({ ...facts, shared })));
  await ok(journal.create(incident(OTHER, { stakes: 'kept' })));
  await ok(journal.remove(ID));
  await journal.flush();
  done();
  await ok(journal.recentlyDeleted.deleteForEver(ID));
  done();
}

const lives: readonly Life[] = [
  {
    name: 'bringing back a copy: what it replaced is in its place or kept, and what was brought back stays',
    writes: true,
    run: async (folder, done) => {
      const journal = await open(folder);
      await ok(journal.create(incident(ID, { stakes: 'old' })));
      await ok(journal.update(ID, setStakes('new')));
      await journal.flush();
      done();
      await ok(journal.backups.restore(RECORD, 'days/2026-11-24'));
      done();
    },
    holds: (disk, acknowledged) => {
      const kept = has(disk.get(FILE), '"new"') || texts(disk, `${HOME}/replaced`).some((text) => has(text, '"new"'));
      return (acknowledged < 1 || kept) && (acknowledged < 2 || has(disk.get(FILE), '"old"'));
    },
  },
  {
    name: 'deleting for ever: nothing of it is left, nothing else is touched',
    writes: false,
    copiesToo: true,
    run: (folder, done) => deleteOneOfTwo(folder, done, false),
    holds: (disk, acknowledged) => {
      const left = [...disk.values()].some((text) => text.includes('secret'));
      return (acknowledged < 1 || texts(disk, '.lead-debrief').some((text) => has(text, '"kept"'))) && (acknowledged < 2 || !left);
    },
  },
  {
    name: 'deleting for ever in a shared journal: nothing but a note is left',
    writes: true,
    run: (folder, done) => deleteOneOfTwo(folder, done, true),
    holds: (disk, acknowledged) => {
      const left = [...disk.values()].some((text) => text.includes('secret'));
      return acknowledged < 2 || (!left && has(disk.get(FILE), '"purged": true') && texts(disk, '.lead-debrief').some((text) => has(text, '"kept"')));
    },
  },
  {
    name: 'writing an older format anew: the old bytes are in their place or kept',
    writes: true,
    run: async (folder, done) => {
      await ensureFolder(join(folder, '.lead-debrief'));
      const put = (file: string, text: string) => new DurableFile(join(folder, file), join(folder, '.lead-debrief'), async () => true).writeText(text);
      await put(FACTS, zero('journal'));
      await put(FILE, zero('incident'));
      const journal = await open(folder);
      done();
      await ok(journal.update(ID, setStakes('new')));
      done();
    },
    holds: (disk, acknowledged) => {
      const kept = [disk.get(FILE), disk.get(`${HOME}/before-format-1/${RECORD}`)].includes(zero('incident'));
      return (acknowledged < 1 || kept) && (acknowledged < 2 || has(disk.get(FILE), '"new"'));
    },
  },
  {
    name: 'bringing back a journal: where its facts are, all of it is',
    writes: true,
    before: async (folder) => {
      const journal = await open(folder);
      await ok(journal.create(incident(ID, { stakes: 'one' })));
      await ok(journal.create(incident(OTHER, { stakes: 'two' })));
      await journal.flush();
      rmSync(join(folder, '.lead-debrief'), { recursive: true });
    },
    run: async (folder, done) => {
      done();
      assert.equal((await (await open(folder)).backups.restoreGone()).restored, 2);
      done();
    },
    holds: (disk, acknowledged) => {
      const whole = texts(disk, '.lead-debrief/incidents').filter((text) => has(text, '"one"') || has(text, '"two"')).length === 2;
      const told = disk.get('.lead-debrief/.gitignore') === '*\n';
      return (acknowledged < 1 || !disk.has(FACTS) || whole) && (acknowledged < 2 || (disk.has(FACTS) && whole && told));
    },
  },
];

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

/** On how many of the disks after the first step it does not hold. */
function brokenOn(log: readonly Operation[], holds: Holds): { disks: number; broken: number } {
  const seen = { disks: 0, broken: 0 };
  let acknowledged = 0;
  log.forEach((operation, i) => {
    if (operation.kind === 'acknowledged') acknowledged++;
    if (acknowledged === 0) return;
    for (const disk of possibleDisks(log.slice(0, i + 1))) {
      seen.disks++;
      if (!holds(disk, acknowledged)) seen.broken++;
    }
  });
  return seen;
}

/** A store that forgets, after its first step, to make these durable. */
function forgetting(log: readonly Operation[], forgotten: Operation['kind']): readonly Operation[] {
  const first = log.findIndex(({ kind }) => kind === 'acknowledged');
  return log.filter(({ kind }, i) => i < first || kind !== forgotten);
}

describe('a power cut after every operation of', function () {
  this.timeout(120_000);
  const folder = ownFolder();

  for (const { name, before, run, holds, copiesToo, writes } of lives) {
    it(name, async () => {
      await before?.(folder.path());
      const whole = await recorded(folder.path(), (log) => run(folder.path(), () => void log.push({ kind: 'acknowledged', path: '', value: 0 })));
      const log = copiesToo ? settled(whole) : withoutCopies(whole);
      const { disks, broken } = brokenOn(log, holds);
      assert.equal(broken, 0, `${broken} of ${disks} disks`);
      assert.ok(brokenOn(forgetting(log, 'sync-folder'), holds).broken > 0, 'a store that forgot to make names durable would be seen here');
      if (writes) assert.ok(brokenOn(forgetting(log, 'sync'), holds).broken > 0, 'a store that forgot to make bytes durable would be seen here');
    });
  }
});
