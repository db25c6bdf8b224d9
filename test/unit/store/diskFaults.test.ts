import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'mocha';
import type { Incident } from '../../../src/core/journal/schema';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import type { Refused } from '../../../src/store/refusal';
import type { RowKey } from '../../../tools/suites/tortureRows.mjs';
import { notHere, seen, type Seen } from '../../torture/row';
import { FILE, ID, leftovers, openJournal, ownFolder } from './journalFolder';

const root = process.platform === 'linux' && process.getuid?.() === 0;

/** The table of the torture says why a line is not there, the test's title says it, too. */
function skipUnless(possible: boolean, reason: string, context: Context, key: RowKey): void {
  if (!possible) notHere(key, reason, context);
}

const wordsOf = (outcome: { readonly ok: true } | Refused): readonly string[] => (outcome.ok ? [] : [outcome.reason]);

describe('a disk that says no', () => {
  const mounted: string[] = [];
  // Before the folder itself is removed: hooks run in the order in which they are written.
  afterEach(() => {
    for (const path of mounted.splice(0)) execFileSync('umount', [path]);
  });
  const folder = ownFolder();

  /** A disk of our own, or a skipped test where none can be mounted. */
  function mount(options: string, context: Context, key: RowKey): string {
    skipUnless(root, 'mounting a disk needs root on Linux', context, key);
    const path = join(folder.path(), 'disk');
    mkdirSync(path);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
    } catch {
      skipUnless(false, 'this machine does not allow a disk to be mounted', context, key);
    }
    mounted.push(path);
    return path;
  }

  const setStakes = (journal: Journal, stakes: string) => journal.update(ID, (record) => ({ ...record, stakes }));

  function onDisk(path: string, journal: Journal): Incident {
    return JSON.parse(readFileSync(join(path, '.lead-debrief', journal.get(ID)?.file ?? ''), 'utf8')) as Incident;
  }

  it('full: says so, keeps the last version whole, saves again when there is room', async function () {
    const disk = mount('size=128k', this, 'diskFull');
    await seen('diskFull', () => onFullDisk(disk));
  });

  async function onFullDisk(disk: string): Promise<Seen> {
    const journal = await openJournal(disk);
    assert.ok((await journal.create(incident(ID, { title: 'x'.repeat(6000) }))).ok);
    let stakes = 0;
    for (let outcome = await setStakes(journal, '0'); outcome.ok; outcome = await setStakes(journal, String(++stakes))) {
      writeFileSync(join(disk, 'ballast'), 'x'.repeat(4096 * (stakes + 1)));
    }
    const refusal = await setStakes(journal, 'none');
    assert.deepEqual(refusal, { ok: false, code: 'disk-full', reason: 'The disk is full. Make some room, then try again.' });
    assert.equal(onDisk(disk, journal).stakes, String(stakes - 1));
    const entry = journal.get(ID);
    assert.equal(entry?.state === 'ok' && entry.record.stakes, String(stakes - 1), 'memory says what the disk says');
    assert.deepEqual(leftovers(disk), []);
    rmSync(join(disk, 'ballast'));
    assert.ok((await setStakes(journal, 'Orders')).ok);
    assert.equal(onDisk(disk, journal).stakes, 'Orders');
    return { often: stakes + 2, lost: 0, words: wordsOf(refusal) };
  }

  it('read-only: can be read, says so at a save, saves again when it may', async function () {
    const disk = mount('size=1m', this, 'diskReadOnly');
    await seen('diskReadOnly', () => onReadOnlyDisk(disk));
  });

  async function onReadOnlyDisk(disk: string): Promise<Seen> {
    assert.ok((await (await openJournal(disk)).create(incident(ID))).ok);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const journal = await openJournal(disk);
    assert.equal(journal.entries().length, 1);
    const refusal = await setStakes(journal, 'Orders');
    assert.equal(!refusal.ok && refusal.code, 'read-only');
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    assert.ok((await setStakes(journal, 'Orders')).ok);
    return { often: 1, lost: 0, words: wordsOf(refusal).map((words) => words.replace(disk, '…')) };
  }

  it('read-only before there is a journal: says so and makes nothing', async function () {
    const disk = mount('size=1m,ro', this, 'diskReadOnly');
    const journal = await openJournal(disk);
    await seen('diskReadOnly', async () => {
      const refusal = await journal.create(incident(ID));
      assert.equal(!refusal.ok && refusal.code, 'read-only');
      return { often: 1, lost: 0 };
    });
  });

  it('without permission: can be read, says so at a save', async function () {
    skipUnless(root, 'becoming somebody else needs root on Linux', this, 'diskPermission');
    await seen('diskPermission', withoutPermission);
  });

  async function withoutPermission(): Promise<Seen> {
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID))).ok);
    for (const each of ['', '.lead-debrief', '.lead-debrief/incidents', '.lead-debrief/incidents/2026']) chmodSync(join(folder.path(), each), 0o555);
    process.seteuid?.(65534);
    let refusal;
    try {
      refusal = await setStakes(journal, 'Orders');
      assert.deepEqual(refusal, { ok: false, code: 'no-permission', reason: `This account may not write to ${join(folder.path(), '.lead-debrief')}.` });
    } finally {
      process.seteuid?.(0);
    }
    assert.equal(onDisk(folder.path(), journal).stakes, undefined);
    return { often: 1, lost: 0, words: wordsOf(refusal).map((words) => words.replace(folder.path(), '…')) };
  }

  it('without permission to read one record: says which, shows the others', async function () {
    skipUnless(root, 'becoming somebody else needs root on Linux', this, 'diskUnreadable');
    await seen('diskUnreadable', withoutReading);
  });

  async function withoutReading(): Promise<Seen> {
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
      const words = '2026-11-24 checkout-errors cannot be read: line 1, column 1: this account may not open it.';
      assert.equal(entry?.state === 'unreadable' && entry.reason, words);
      return { often: 1, lost: 0, words: [words] };
    } finally {
      process.seteuid?.(0);
    }
  }

  it('the person’s own: new files for them alone, and the permissions that they gave stay', async function () {
    if (process.platform === 'win32') return this.skip();
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID))).ok);
    const path = join(folder.path(), '.lead-debrief', journal.get(ID)?.file ?? '');
    const modeOf = (each: string) => (statSync(each).mode & 0o777).toString(8);
    assert.deepEqual([modeOf(join(folder.path(), '.lead-debrief')), modeOf(join(path, '..')), modeOf(path)], ['700', '700', '600']);
    // Also such as the umask takes away from a new file, or has not even for its owner.
    for (const mode of [0o644, 0o666, 0o400]) {
      chmodSync(path, mode);
      assert.ok((await setStakes(journal, `Orders ${mode}`)).ok);
      assert.equal(modeOf(path), mode.toString(8));
    }
  });

  it('whose folder vanished: says so, makes no new one, saves again when it is back', () =>
    seen('diskGone', async () => {
      const journal = await openJournal(folder.path());
      assert.ok((await journal.create(incident(ID))).ok);
      const [root, away] = [join(folder.path(), '.lead-debrief'), join(folder.path(), 'away')];
      renameSync(root, away);
      const refusal = await setStakes(journal, 'Orders');
      assert.equal(!refusal.ok && refusal.code, 'gone');
      assert.ok(!existsSync(root));
      renameSync(away, root);
      assert.ok((await setStakes(journal, 'Orders')).ok);
      return { often: 1, lost: 0, words: wordsOf(refusal).map((words) => words.replace(folder.path(), '…')) };
    }));

  it('whose file vanished: says which, takes it for no deletion, saves again when it is back', () =>
    seen('diskFileGone', async () => {
      const journal = await openJournal(folder.path());
      assert.ok((await journal.create(incident(ID))).ok);
      const path = join(folder.path(), FILE);
      renameSync(path, `${path}.away`);
      const refusal = await setStakes(journal, 'Orders');
      assert.equal(!refusal.ok && refusal.code, 'missing');
      renameSync(`${path}.away`, path);
      assert.ok((await setStakes(journal, 'Orders')).ok);
      return { often: 1, lost: 0, words: wordsOf(refusal) };
    }));

  it('whose folder is a link, and in it a file that is one: both stay links, and what they lead to is written', () =>
    seen('diskLink', async () => {
      const [behind, file] = [join(folder.path(), 'behind'), join(folder.path(), FILE)];
      mkdirSync(behind);
      symlinkSync(behind, join(folder.path(), '.lead-debrief'));
      const journal = await openJournal(folder.path());
      assert.ok((await journal.create(incident(ID))).ok);
      const elsewhere = join(folder.path(), 'elsewhere.json');
      renameSync(file, elsewhere);
      symlinkSync(elsewhere, file);
      assert.ok((await setStakes(journal, 'Orders')).ok);
      assert.deepEqual([lstatSync(join(folder.path(), '.lead-debrief')), lstatSync(file)].map((each) => each.isSymbolicLink()), [true, true]);
      assert.equal((JSON.parse(readFileSync(elsewhere, 'utf8')) as Incident).stakes, 'Orders');
      return { often: 1, lost: 0 };
    }));

  it('whose folder is a link to nowhere: says so, and makes nothing', () =>
    seen('diskDangling', async () => {
      symlinkSync(join(folder.path(), 'nowhere'), join(folder.path(), '.lead-debrief'));
      const refusal = await (await openJournal(folder.path())).create(incident(ID));
      assert.ok(!refusal.ok);
      assert.match(refusal.reason, /\.$/);
      assert.ok(!existsSync(join(folder.path(), 'nowhere')));
      return { often: 1, lost: 0, words: wordsOf(refusal).map((words) => words.replace(folder.path(), '…')) };
    }));
});
