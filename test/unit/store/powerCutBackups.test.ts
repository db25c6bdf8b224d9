import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DurableFile } from '../../../src/store/durableFile';
import { ensureFolder } from '../../../src/store/folder';
import { incident } from '../journal/sample';
import { zero } from './formatZero';
import { FILE, ID, OTHER, ownFolder, setStakes } from './journalFolder';
import { cutPower, FACTS, has, HOME, ok, openWithBackups, RECORD, texts } from './powerCutLives';
import type { Life } from './powerCutLives';

async function deleteOneOfTwo(folder: string, done: () => void, shared: boolean): Promise<void> {
  const journal = await openWithBackups(folder);
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
    key: 'cutRestore',
    name: 'bringing back a copy: what it replaced is in its place or kept, and what was brought back stays',
    writes: true,
    run: async (folder, done) => {
      const journal = await openWithBackups(folder);
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
    key: 'cutDelete',
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
    key: 'cutDeleteShared',
    name: 'deleting for ever in a shared journal: nothing but a note is left',
    writes: true,
    run: (folder, done) => deleteOneOfTwo(folder, done, true),
    holds: (disk, acknowledged) => {
      const left = [...disk.values()].some((text) => text.includes('secret'));
      return acknowledged < 2 || (!left && has(disk.get(FILE), '"purged": true') && texts(disk, '.lead-debrief').some((text) => has(text, '"kept"')));
    },
  },
  {
    key: 'cutFormat',
    name: 'writing an older format anew: the old bytes are in their place or kept',
    writes: true,
    run: async (folder, done) => {
      await ensureFolder(join(folder, '.lead-debrief'));
      const put = (file: string, text: string) => new DurableFile(join(folder, file), join(folder, '.lead-debrief'), async () => true).writeText(text);
      await put(FACTS, zero('journal'));
      await put(FILE, zero('incident'));
      const journal = await openWithBackups(folder);
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
    key: 'cutGone',
    name: 'bringing back a journal: where its facts are, all of it is',
    writes: true,
    before: async (folder) => {
      const journal = await openWithBackups(folder);
      await ok(journal.create(incident(ID, { stakes: 'one' })));
      await ok(journal.create(incident(OTHER, { stakes: 'two' })));
      await journal.flush();
      rmSync(join(folder, '.lead-debrief'), { recursive: true });
    },
    run: async (folder, done) => {
      done();
      assert.equal((await (await openWithBackups(folder)).backups.restoreGone()).restored, 2);
      done();
    },
    holds: (disk, acknowledged) => {
      const whole = texts(disk, '.lead-debrief/incidents').filter((text) => has(text, '"one"') || has(text, '"two"')).length === 2;
      const told = disk.get('.lead-debrief/.gitignore') === '*\n';
      return (acknowledged < 1 || !disk.has(FACTS) || whole) && (acknowledged < 2 || (disk.has(FACTS) && whole && told));
    },
  },
];

describe('a power cut after every operation of', function () {
  this.timeout(120_000);
  const folder = ownFolder();

  for (const life of lives) it(life.name, () => cutPower(folder.path(), life));
});
