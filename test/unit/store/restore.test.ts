import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import { days, hours, withBackups } from './backupFolder';
import { FILE, filesIn, ID, leftovers, OTHER, setStakes } from './journalFolder';

const RECORD = FILE.replace('.lead-debrief/', '');

describe('bringing something back from the backups', () => {
  const { folder, path, put, backups, clock, open, copies, root } = withBackups();
  const text = (stakes: string): string => `${JSON.stringify(incident(ID, { stakes }), null, 2)}\n`;

  /** A record that was changed on two days, all of it among the backups. */
  async function changedTwice(): Promise<Journal> {
    const journal = await open();
    assert.ok((await journal.create(incident(ID, { stakes: '0' }))).ok);
    assert.ok((await journal.update(ID, setStakes('1'))).ok);
    clock.now += days(1);
    assert.ok((await journal.update(ID, setStakes('2'))).ok);
    await journal.flush();
    return journal;
  }

  describe('one file', () => {
    it('is offered with every copy, the latest first, whether it can be read, and both sides of a comparison', async () => {
      const journal = await changedTwice();
      writeFileSync(join(backups.path(), journal.facts()?.id ?? '', 'days/2026-11-24', RECORD), '{');
      const list = await journal.backups.list(RECORD);
      assert.deepEqual(list.map(({ set, same }) => [set, same]), [['latest', true], ['days/2026-11-25', false], ['days/2026-11-24', false]]);
      assert.deepEqual(list.map(({ fault }) => fault), [undefined, undefined, '2026-11-24 checkout-errors cannot be read: line 1, column 2: a closing brace was expected.']);
      assert.equal(readFileSync(list[1]?.path ?? '', 'utf8'), text('1'));
      assert.match(list[1]?.at ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual(await journal.backups.list('incidents/2026/none.debrief.json'), []);
    });

    it('is put back, and what was there is kept', async () => {
      const journal = await changedTwice();
      clock.now += hours(1);
      assert.deepEqual(await journal.backups.restore(RECORD, 'days/2026-11-24'), { ok: true });
      assert.equal(readFileSync(path(), 'utf8'), text('0'));
      const entry = journal.get(ID);
      assert.equal(entry?.state === 'ok' && entry.record.stakes, '0');
      assert.equal(copies()[`replaced/2026-11-25T13-00-00.000Z/${RECORD}`], text('2'));
      assert.deepEqual((await journal.backups.list(RECORD)).map(({ set }) => set), ['latest', 'replaced/2026-11-25T13-00-00.000Z', 'days/2026-11-25', 'days/2026-11-24']);
      assert.deepEqual(await journal.backups.restore(RECORD, 'replaced/2026-11-25T13-00-00.000Z'), { ok: true });
      assert.equal(readFileSync(path(), 'utf8'), text('2'));
      assert.deepEqual(leftovers(folder.path()), []);
    });

    it('that cannot be read is put back; its bytes are kept as they are', async () => {
      const journal = await changedTwice();
      const spoilt = Buffer.from([0x7b, 0xe9, 0x00, 0xff]);
      put(spoilt);
      await journal.refresh([path()]);
      assert.equal(journal.get(ID)?.state, 'unreadable');
      assert.ok((await journal.backups.restore(RECORD, 'latest')).ok);
      assert.equal(journal.get(ID)?.state, 'ok');
      assert.equal(readFileSync(path(), 'utf8'), text('2'));
      assert.deepEqual(readFileSync(join(backups.path(), journal.facts()?.id ?? '', 'replaced/2026-11-25T12-00-00.000Z', RECORD)), spoilt);
    });

    it('that is the people’s or the journal’s own works alike', async () => {
      const journal = await changedTwice();
      const saved = await journal.updatePeople((people) => ({ ...people, people: [{ id: 'p-1', name: 'Ada' }] }));
      assert.deepEqual(saved, { ok: true, record: journal.people() });
      await journal.flush();
      for (const file of ['debrief-people.json', 'debrief-journal.json']) {
        const before = readFileSync(join(root(), file), 'utf8');
        put('{', `.lead-debrief/${file}`);
        await journal.refresh();
        assert.equal(journal.problems().length, 1);
        assert.ok((await (await open()).backups.restore(file, 'latest')).ok);
        await journal.refresh();
        assert.deepEqual([journal.problems(), readFileSync(join(root(), file), 'utf8')], [[], before]);
      }
    });

    it('stays as it is where what it holds cannot be kept first', async () => {
      const journal = await changedTwice();
      put('{ spoilt');
      writeFileSync(join(backups.path(), journal.facts()?.id ?? '', 'replaced'), 'a file where a folder should be');
      const refusal = await journal.backups.restore(RECORD, 'latest');
      assert.ok(!refusal.ok);
      assert.match(refusal.reason, /was not changed, because what it holds now could not be kept among the backups \((ENOTDIR|EEXIST)\)\.$/);
      assert.equal(readFileSync(path(), 'utf8'), '{ spoilt');
    });

    it('stays as it is where it is far too large to be kept', async () => {
      const journal = await changedTwice();
      truncateSync(path(), 8_000_000);
      const refusal = await journal.backups.restore(RECORD, 'latest');
      assert.equal(!refusal.ok && refusal.code, 'too-large');
      assert.equal(readFileSync(path()).length, 8_000_000);
    });

    it('refuses a copy that is none, cannot be read, or lies elsewhere', async () => {
      const journal = await changedTwice();
      const home = join(backups.path(), journal.facts()?.id ?? '');
      writeFileSync(join(home, 'days/2026-11-24', RECORD), '{');
      mkdirSync(dirname(join(backups.path(), 'elsewhere', RECORD)), { recursive: true });
      writeFileSync(join(backups.path(), 'elsewhere', RECORD), text('x'));
      for (const set of ['days/2026-11-24', 'days/2020-01-01', '../elsewhere']) {
        const refusal = await journal.backups.restore(RECORD, set);
        assert.deepEqual(refusal, { ok: false, code: 'failed', reason: `There is no backup of ${RECORD} that can be read.` });
      }
      assert.equal(readFileSync(path(), 'utf8'), text('2'));
    });
  });

  describe('what is not in the folder now', () => {
    it('is counted, and brought back from the backups, to the byte', async () => {
      const journal = await changedTwice();
      const before = filesIn(folder.path());
      put(readFileSync(path(), 'utf8').replace('"stakes"', '"byHand" : 1, "stakes"'));
      const byHand = readFileSync(path(), 'utf8');
      await journal.refresh();
      assert.ok((await journal.create(incident(OTHER))).ok);
      rmSync(join(root(), 'incidents'), { recursive: true });
      await journal.refresh();
      assert.equal(journal.backups.missing().length, 2);
      assert.deepEqual(await journal.backups.restoreMissing(), { restored: 2, refusals: [] });
      assert.deepEqual(journal.backups.missing(), []);
      assert.equal(readFileSync(path(), 'utf8'), byHand);
      assert.equal(Object.keys(filesIn(folder.path())).length, Object.keys(before).length + 1);
      assert.ok((await journal.update(ID, setStakes('3'))).ok);
    });

    it('is brought back from memory where there is no copy', async () => {
      const journal = await changedTwice();
      const before = readFileSync(path(), 'utf8');
      rmSync(path());
      rmSync(backups.path(), { recursive: true });
      await journal.refresh();
      assert.deepEqual(await journal.backups.restoreMissing(), { restored: 1, refusals: [] });
      assert.equal(readFileSync(path(), 'utf8'), before);
    });

    it('does not take the place of what came back by itself', async () => {
      const journal = await changedTwice();
      renameSync(path(), `${path()}.away`);
      await journal.refresh();
      put(text('came back'));
      assert.deepEqual(await journal.backups.restoreMissing(), { restored: 1, refusals: [] });
      assert.equal(readFileSync(path(), 'utf8'), text('came back'));
    });

    it('does not count what was deleted for ever in another window', async () => {
      const [journal, other] = [await changedTwice(), await open()];
      assert.ok((await journal.remove(ID)).ok);
      await other.refresh();
      assert.ok((await journal.recentlyDeleted.deleteForEver(ID)).ok);
      await other.refresh();
      assert.deepEqual([other.backups.missing(), other.entries(), other.deletedEntries()], [[], [], []]);
    });

    it('cannot be brought back into a folder that is gone: that is said', async () => {
      const journal = await changedTwice();
      rmSync(root(), { recursive: true });
      await journal.refresh();
      const { restored, refusals } = await journal.backups.restoreMissing();
      assert.deepEqual([restored, refusals.map(({ code }) => code)], [0, ['gone']]);
      assert.ok(!existsSync(root()));
    });
  });

  describe('a journal whose folder is gone', () => {
    it('is offered with the number of incidents and the time, at the next start and in this window', async () => {
      const journal = await changedTwice();
      assert.ok((await journal.create(incident(OTHER))).ok);
      await journal.flush();
      assert.equal(await journal.backups.gone(), undefined);
      rmSync(root(), { recursive: true });
      const offered = { id: journal.facts()?.id, incidents: 2, left: 0, at: '2026-11-25T12:00:00.000Z', home: join(backups.path(), journal.facts()?.id ?? '') };
      assert.deepEqual(await journal.backups.gone(), offered);
      assert.deepEqual(await (await open()).backups.gone(), offered);
      assert.ok(!existsSync(root()), 'never silently');
    });

    it('comes back whole, with what git was told, under its own id', async () => {
      const journal = await changedTwice();
      assert.ok((await journal.updatePeople((people) => ({ ...people, people: [{ id: 'p-1', name: 'Ada' }] }))).ok);
      put('.lock*\n*.tmp\n', '.lead-debrief/.gitignore');
      put('*.json text eol=lf\n', '.lead-debrief/.gitattributes');
      await journal.flush();
      const before = filesIn(folder.path());
      rmSync(root(), { recursive: true });
      const reopened = await open();
      assert.deepEqual(await reopened.backups.restoreGone(), { restored: 1, refusals: [] });
      assert.deepEqual(filesIn(folder.path()), before);
      assert.equal(reopened.entries().length, 1);
      assert.ok((await reopened.update(ID, setStakes('3'))).ok);
      assert.equal(await reopened.backups.gone(), undefined);
    });

    it('comes back with what was deleted, which is counted neither before nor after', async () => {
      const journal = await changedTwice();
      assert.ok((await journal.create(incident(OTHER))).ok && (await journal.remove(OTHER)).ok);
      await journal.flush();
      const before = filesIn(folder.path());
      rmSync(root(), { recursive: true });
      assert.equal((await journal.backups.gone())?.incidents, 1);
      assert.deepEqual(await journal.backups.restoreGone(), { restored: 1, refusals: [] });
      assert.deepEqual(filesIn(folder.path()), before);
    });

    it('comes back in the window that saw it vanish, too', async () => {
      const journal = await changedTwice();
      rmSync(root(), { recursive: true });
      assert.deepEqual(await journal.backups.restoreGone(), { restored: 1, refusals: [] });
      assert.ok((await journal.update(ID, setStakes('3'))).ok);
    });

    it('can be brought back to the end when that was broken off', async () => {
      const journal = await changedTwice();
      assert.ok((await journal.create(incident(OTHER))).ok);
      await journal.flush();
      for (const file of ['debrief-journal.json', RECORD]) rmSync(join(root(), file));
      const reopened = await open();
      assert.deepEqual([(await reopened.backups.gone())?.incidents, (await reopened.backups.gone())?.left], [1, 1]);
      assert.equal((await reopened.backups.restoreGone()).refusals.length, 0);
      assert.equal(reopened.entries().length, 2);
    });

    it('is not offered again when the person wants none, and its copies stay', async () => {
      const journal = await changedTwice();
      rmSync(root(), { recursive: true });
      const before = Object.keys(copies()).length;
      await journal.backups.leaveGone();
      assert.equal(await (await open()).backups.gone(), undefined);
      assert.equal(Object.keys(copies()).length, before);
    });

    it('is not taken for another one, nor one that never was', async () => {
      await changedTwice();
      const elsewhere = join(folder.path(), 'elsewhere/.lead-debrief');
      assert.equal(await (await open({ folder: elsewhere })).backups.gone(), undefined);
      cpSync(root(), elsewhere, { recursive: true });
      await (await open({ folder: elsewhere })).flush();
      rmSync(elsewhere, { recursive: true });
      assert.equal((await (await open({ folder: elsewhere })).backups.gone())?.incidents, 1, 'a copy of the journal has the same id, and its own place');
    });

    it('does not bring back two files of one incident that was renamed by hand', async () => {
      const journal = await changedTwice();
      clock.now += hours(1);
      renameSync(path(), path().replace('checkout', 'payment'));
      await journal.refresh();
      assert.ok((await journal.update(ID, setStakes('3'))).ok);
      await journal.flush();
      rmSync(root(), { recursive: true });
      const reopened = await open();
      assert.equal((await reopened.backups.restoreGone()).restored, 1);
      assert.deepEqual(reopened.entries().map(({ state, file }) => [state, file.includes('payment')]), [['ok', true]]);
    });

    it('that cannot be made again is refused with the reason', async function () {
      if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
      const journal = await changedTwice();
      rmSync(root(), { recursive: true });
      chmodSync(folder.path(), 0o500);
      const { refusals } = await journal.backups.restoreGone();
      chmodSync(folder.path(), 0o700);
      assert.deepEqual(refusals.map(({ code }) => code), ['no-permission']);
    });
  });

  it('is not possible without a place for backups, and says so', async () => {
    const { backups: none, ...journal } = await open({ backups: undefined as never });
    void journal;
    assert.deepEqual(await none.list(RECORD), []);
    assert.equal((await none.restore(RECORD, 'latest')).ok, false);
    assert.equal(await none.gone(), undefined);
  });
});
