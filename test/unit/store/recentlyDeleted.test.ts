import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import { days, withBackups } from './backupFolder';
import { FILE, filesIn, ID, leftovers, OTHER, setStakes } from './journalFolder';

const RECORD = FILE.replace('.lead-debrief/', '');

describe('what was deleted', () => {
  const { folder, path, put, backups, clock, open, copies, toldIn } = withBackups();

  async function withDeleted(shared = false): Promise<Journal> {
    const journal = await open();
    assert.ok((await journal.create(incident(ID))).ok);
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    if (shared) assert.ok((await journal.updateFacts((facts) => ({ ...facts, shared }))).ok);
    assert.ok((await journal.remove(ID)).ok);
    await journal.flush();
    return journal;
  }

  const copiesOf = (record: string): readonly string[] => Object.keys(copies()).filter((file) => file.endsWith(record));

  it('is listed with when, and until when it can be brought back, the last deleted first', async () => {
    const journal = await withDeleted();
    clock.now += days(1);
    assert.ok((await journal.create(incident(OTHER, { title: 'Slow search' }))).ok);
    assert.ok((await journal.remove(OTHER)).ok);
    assert.deepEqual(journal.recentlyDeleted.list().map(({ title, deletedAt, keptUntil }) => [title, deletedAt, keptUntil]), [
      ['Slow search', '2026-11-25T12:00:00.000Z', '2026-12-25T12:00:00.000Z'],
      ['Checkout errors', '2026-11-24T12:00:00.000Z', '2026-12-24T12:00:00.000Z'],
    ]);
    assert.ok((await journal.undoRemove(ID)).ok);
    assert.deepEqual(journal.recentlyDeleted.list().map(({ id }) => id), [OTHER]);
  });

  it('and changed on another machine afterwards is back, with a notice, until the person says which', async () => {
    const journal = await withDeleted();
    put(readFileSync(path(), 'utf8').replace('"Orders"', '"Orders, and money"'));
    await journal.refresh();
    assert.deepEqual([journal.recentlyDeleted.list(), journal.entries().length], [[], 1]);
    const [record, ...none] = journal.recentlyDeleted.returned();
    assert.ok(record && none.length === 0);
    assert.equal(journal.recentlyDeleted.returnedWords(record), '“Checkout errors” had been deleted, and was changed after that in another place. So it is back.');
    const refusal = await journal.recentlyDeleted.deleteForEver(ID);
    assert.equal(!refusal.ok && refusal.code, 'not-found');
    assert.ok((await journal.undoRemove(ID)).ok);
    assert.deepEqual([journal.recentlyDeleted.returned(), journal.entries().length], [[], 1]);
    assert.ok((await journal.remove(ID)).ok);
    assert.deepEqual(journal.recentlyDeleted.returned(), []);
  });

  it('is deleted for ever with its file and every copy', async () => {
    const journal = await withDeleted();
    const old = join(backups.path(), journal.facts()?.id ?? '', 'before-format-1', RECORD);
    mkdirSync(join(old, '..'), { recursive: true });
    writeFileSync(old, 'x');
    assert.equal(copiesOf(RECORD).length, 3);
    assert.equal(await toldIn(journal, async () => assert.deepEqual(await journal.recentlyDeleted.deleteForEver(ID), { ok: true })), 1);
    assert.ok(!existsSync(path()));
    await journal.flush();
    assert.deepEqual([copiesOf(RECORD), journal.recentlyDeleted.list(), journal.entries(), journal.get(ID), leftovers(folder.path())], [[], [], [], undefined, []]);
    assert.equal((await journal.recentlyDeleted.deleteForEver(ID)).ok, false);
    assert.equal((await open()).entries().length, 0);
    assert.ok((await journal.create(incident(ID))).ok, 'the journal works on');
  });

  it('is deleted for ever also where its file is a link to another place', async function () {
    if (process.platform === 'win32') this.skip();
    const journal = await withDeleted();
    const elsewhere = join(folder.path(), 'elsewhere.json');
    renameSync(path(), elsewhere);
    symlinkSync(elsewhere, path());
    await journal.refresh();
    assert.ok((await journal.recentlyDeleted.deleteForEver(ID)).ok);
    assert.deepEqual(Object.keys(filesIn(folder.path())).filter((file) => file.includes(ID) || file.includes('elsewhere')), []);
  });

  it('is not deleted for ever when it was changed after this window last looked', async () => {
    const journal = await withDeleted();
    put(readFileSync(path(), 'utf8').replace('"Orders"', '"Orders, and money"'));
    const before = readFileSync(path(), 'utf8');
    const refusal = await journal.recentlyDeleted.deleteForEver(ID);
    assert.deepEqual(refusal, { ok: false, code: 'not-found', reason: 'This incident is not among the deleted ones. It was changed or brought back since, or is gone already.' });
    assert.equal(readFileSync(path(), 'utf8'), before);
    assert.ok(copiesOf(RECORD).length > 0);
  });

  it('that is not deleted is never deleted for ever', async () => {
    const journal = await open();
    assert.ok((await journal.create(incident(ID))).ok);
    assert.equal((await journal.recentlyDeleted.deleteForEver(ID)).ok, false);
    assert.ok(existsSync(path()));
  });

  it('says which copy it could not remove', async () => {
    const journal = await withDeleted();
    const copy = join(backups.path(), journal.facts()?.id ?? '', 'days/2026-11-24', RECORD);
    rmSync(copy);
    mkdirSync(copy);
    const outcome = await journal.recentlyDeleted.deleteForEver(ID);
    assert.match((outcome.ok && outcome.copiesLeft) || '', /^A copy among the backups could not be removed \((EISDIR|EPERM)\)\. Remove .* there by hand: /);
    assert.ok(!existsSync(path()));
  });

  it('goes for ever after 30 days, not sooner, when the host asks', async () => {
    const journal = await withDeleted();
    clock.now += days(30) - 1;
    assert.deepEqual(await journal.recentlyDeleted.purgeExpired(), { deleted: 0, refusals: [] });
    clock.now += 1;
    assert.deepEqual(await journal.recentlyDeleted.purgeExpired(), { deleted: 1, refusals: [] });
    assert.deepEqual([existsSync(path()), copiesOf(RECORD)], [false, []]);
  });

  describe('in a journal that other machines have', () => {
    it('shrinks to a note that is shown nowhere and is no fault', async () => {
      const journal = await withDeleted(true);
      clock.now += days(1);
      assert.deepEqual(await journal.recentlyDeleted.deleteForEver(ID), { ok: true });
      assert.equal(readFileSync(path(), 'utf8'), `${JSON.stringify({ format: 1, id: ID, deleted: { at: '2026-11-24T12:00:00.000Z', purged: true } }, null, 2)}\n`);
      await journal.flush();
      assert.ok(!JSON.stringify(copies()).includes('Orders'), 'no copy of what it was');
      for (const window of [journal, await open()]) {
        assert.deepEqual([window.entries(), window.deletedEntries(), window.get(ID), window.problems(), window.recentlyDeleted.list(), window.backups.missing()], [[], [], undefined, [], [], []]);
        const refusal = await window.update(ID, setStakes('x'));
        assert.equal(!refusal.ok && refusal.code, 'not-found');
        assert.equal((await window.undoRemove(ID)).ok, false);
        assert.equal((await window.create(incident(ID))).ok, false, 'it does not return');
      }
    });

    it('is a note in other windows, too, and not a missing file', async () => {
      const [journal, other] = [await withDeleted(true), await open()];
      assert.ok((await journal.recentlyDeleted.deleteForEver(ID)).ok);
      await other.refresh();
      assert.deepEqual([other.entries(), other.deletedEntries(), other.backups.missing()], [[], [], []]);
    });
  });
});
