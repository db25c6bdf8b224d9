import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'mocha';
import type { Incident } from '../../../src/core/journal/schema';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import { ID, leftovers, openJournal, ownFolder } from './journalFolder';

const root = process.platform === 'linux' && process.getuid?.() === 0;

/** Mocha says nothing of why a test was skipped, so its title does. */
function skipUnless(possible: boolean, reason: string, context: Context): void {
  if (possible) return;
  if (context.test) context.test.title += ` (skipped: ${reason})`;
  context.skip();
}

describe('a disk that says no', () => {
  const mounted: string[] = [];
  // Before the folder itself is removed: hooks run in the order in which they are written.
  afterEach(() => {
    for (const path of mounted.splice(0)) execFileSync('umount', [path]);
  });
  const folder = ownFolder();

  /** A disk of our own, or a skipped test where none can be mounted. */
  function mount(options: string, context: Context): string {
    skipUnless(root, 'mounting a disk needs root on Linux', context);
    const path = join(folder.path(), 'disk');
    mkdirSync(path);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
    } catch {
      skipUnless(false, 'this container may not mount a disk', context);
    }
    mounted.push(path);
    return path;
  }

  const setStakes = (journal: Journal, stakes: string) => journal.update(ID, (record) => ({ ...record, stakes }));

  function onDisk(path: string, journal: Journal): Incident {
    return JSON.parse(readFileSync(join(path, '.lead-debrief', journal.get(ID)?.file ?? ''), 'utf8')) as Incident;
  }

  it('full: says so, keeps the last version whole, saves again when there is room', async function () {
    const disk = mount('size=128k', this);
    const journal = await openJournal(disk);
    assert.ok((await journal.create(incident(ID, { title: 'x'.repeat(6000) }))).ok);
    let stakes = 0;
    for (let outcome = await setStakes(journal, '0'); outcome.ok; outcome = await setStakes(journal, String(++stakes))) {
      writeFileSync(join(disk, 'ballast'), 'x'.repeat(4096 * (stakes + 1)));
    }
    assert.deepEqual(await setStakes(journal, 'none'), { ok: false, code: 'disk-full', reason: 'The disk is full. Make some room, then try again.' });
    assert.equal(onDisk(disk, journal).stakes, String(stakes - 1));
    const entry = journal.get(ID);
    assert.equal(entry?.state === 'ok' && entry.record.stakes, String(stakes - 1), 'memory says what the disk says');
    assert.deepEqual(leftovers(disk), []);
    rmSync(join(disk, 'ballast'));
    assert.ok((await setStakes(journal, 'Orders')).ok);
    assert.equal(onDisk(disk, journal).stakes, 'Orders');
  });

  it('read-only: can be read, says so at a save, saves again when it may', async function () {
    const disk = mount('size=1m', this);
    assert.ok((await (await openJournal(disk)).create(incident(ID))).ok);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const journal = await openJournal(disk);
    assert.equal(journal.entries().length, 1);
    const refusal = await setStakes(journal, 'Orders');
    assert.equal(!refusal.ok && refusal.code, 'read-only');
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    assert.ok((await setStakes(journal, 'Orders')).ok);
  });

  it('read-only before there is a journal: says so and makes nothing', async function () {
    const disk = mount('size=1m,ro', this);
    const journal = await openJournal(disk);
    const refusal = await journal.create(incident(ID));
    assert.equal(!refusal.ok && refusal.code, 'read-only');
  });

  it('without permission: can be read, says so at a save', async function () {
    skipUnless(root, 'becoming somebody else needs root on Linux', this);
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID))).ok);
    for (const each of ['', '.lead-debrief', '.lead-debrief/incidents', '.lead-debrief/incidents/2026']) chmodSync(join(folder.path(), each), 0o555);
    process.seteuid?.(65534);
    try {
      const refusal = await setStakes(journal, 'Orders');
      assert.deepEqual(refusal, { ok: false, code: 'no-permission', reason: `This account may not write to ${join(folder.path(), '.lead-debrief')}.` });
    } finally {
      process.seteuid?.(0);
    }
    assert.equal(onDisk(folder.path(), journal).stakes, undefined);
  });

  it('without permission to read one record: says which, shows the others', async function () {
    skipUnless(root, 'becoming somebody else needs root on Linux', this);
    const journal = await openJournal(folder.path());
    for (const id of [ID, '8k3f9q2mxa']) assert.ok((await journal.create(incident(id))).ok);
    const path = join(folder.path(), '.lead-debrief', journal.get(ID)?.file ?? '');
    chmodSync(path, 0);
    for (const each of ['', '.lead-debrief', '.lead-debrief/incidents', '.lead-debrief/incidents/2026']) chmodSync(join(folder.path(), each), 0o755);
    chmodSync(join(folder.path(), '.lead-debrief', journal.get('8k3f9q2mxa')?.file ?? ''), 0o644);
    process.seteuid?.(65534);
    try {
      const seen = await openJournal(folder.path());
      assert.deepEqual(seen.entries().map(({ state }) => state).sort(), ['ok', 'unreadable']);
      const entry = seen.get(ID);
      assert.equal(entry?.state === 'unreadable' && entry.reason, '2026-11-24 checkout-errors cannot be read: line 1, column 1: this account may not open it.');
    } finally {
      process.seteuid?.(0);
    }
  });

  it('the person’s own: new files for them alone, and the permissions that they gave stay', async function () {
    skipUnless(process.platform !== 'win32', 'Windows has no such permissions', this);
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID))).ok);
    const path = join(folder.path(), '.lead-debrief', journal.get(ID)?.file ?? '');
    const modeOf = (each: string) => (statSync(each).mode & 0o777).toString(8);
    assert.deepEqual([modeOf(join(folder.path(), '.lead-debrief')), modeOf(join(path, '..')), modeOf(path)], ['700', '700', '600']);
    chmodSync(path, 0o644);
    assert.ok((await setStakes(journal, 'Orders')).ok);
    assert.equal(modeOf(path), '644');
  });
});
