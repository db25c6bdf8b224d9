import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeleted, remove } from '../../../src/core/journal/deletion';
import type { Incident } from '../../../src/core/journal/schema';
import { digest } from '../../../src/store/digest';
import { withBackups } from './backupFolder';
import { FILE, filesIn, ID, setStakes } from './journalFolder';
import { fromZero, zero } from './formatZero';

const RECORD = FILE.replace('.lead-debrief/', '');

describe('a journal of an older format', () => {
  const { folder, path, put, backups, open, copies, toldIn } = withBackups();
  const old = { [FILE]: zero('incident'), '.lead-debrief/debrief-journal.json': zero('journal'), '.lead-debrief/debrief-people.json': zero('people') };
  const putAll = (): void => Object.entries(old).forEach(([file, text]) => put(text, file));
  const openOld = () => open({ migrations: fromZero });

  it('is shown as if it were of this one, and reading changes no byte', async () => {
    putAll();
    const journal = await openOld();
    assert.deepEqual(journal.problems(), []);
    const [record] = journal.records();
    assert.deepEqual([record?.title, record?.window, record?.role], ['Checkout errors', { start: '2026-11-24T09:12:00Z', end: '2026-11-24T10:47:00Z' }, 'commander']);
    assert.deepEqual([journal.facts()?.goal, journal.facts()?.shared], ['Databases', false]);
    assert.deepEqual(journal.people().people, [{ id: 'p-1', name: 'Ada' }, { id: 'p-2', name: 'Bo' }]);
    assert.ok((await journal.update(ID, (same) => same)).ok);
    await journal.flush();
    assert.deepEqual(filesIn(folder.path()), old);
    assert.equal(copies()[`latest/${RECORD}`], old[FILE]);
  });

  it('is written in this one when a record is changed: all three kinds, each alone, the old bytes kept', async () => {
    putAll();
    const journal = await openOld();
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    const written = JSON.parse(readFileSync(path(), 'utf8')) as Record<string, unknown>;
    assert.deepEqual([written['format'], written['title'], written['stakes'], 'name' in written], [1, 'Checkout errors', 'Orders', false]);
    assert.match(readFileSync(path(), 'utf8'), /"__proto__": 1/, 'unknown fields stay');
    assert.deepEqual(copies(), { [`before-format-1/${RECORD}`]: old[FILE] });
    assert.ok((await journal.updateFacts((facts) => ({ ...facts, loadLimit: 2 }))).ok);
    assert.ok((await journal.updatePeople((people) => ({ ...people, people: people.people.slice(1) }))).ok);
    const kept = Object.entries(copies()).filter(([file]) => file.startsWith('before-format-1/')).map(([file, text]) => [file.replace('before-format-1/', '.lead-debrief/'), text]);
    assert.deepEqual(Object.fromEntries(kept), old);
    const now = await open();
    assert.deepEqual([now.problems(), now.entries().map(({ state }) => state), now.people().people], [[], ['ok'], [{ id: 'p-2', name: 'Bo' }]]);
  });

  it('keeps what it held each time, when an old branch brings other old bytes', async () => {
    putAll();
    const journal = await openOld();
    for (const name of ['one', 'two', 'one']) {
      put(zero('incident').replace('Checkout', name));
      await journal.refresh();
      assert.ok((await journal.update(ID, setStakes(name))).ok);
    }
    const kept = Object.entries(copies()).filter(([file]) => file.startsWith('before-format')).map(([file, text]) => [file.split('/')[0], /"name": "(\w+)/.exec(text)?.[1]]);
    assert.deepEqual(kept.sort(), [['before-format-1', 'one'], ['before-format-1-2', 'two']]);
    assert.ok((await journal.backups.list(RECORD)).some(({ set, fault }) => set === 'before-format-1-2' && fault === undefined));
  });

  it('can be brought back as it was', async () => {
    putAll();
    const journal = await openOld();
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    assert.deepEqual(await journal.backups.restore(RECORD, 'before-format-1'), { ok: true });
    assert.equal(readFileSync(path(), 'utf8'), old[FILE]);
  });

  it('is not changed where the old bytes cannot be kept, and that is said', async () => {
    putAll();
    const journal = await openOld();
    writeFileSync(join(backups.path(), 'k3f9q2m7xa'), 'a file where a folder should be');
    const refusal = await journal.update(ID, setStakes('Orders'));
    assert.ok(!refusal.ok);
    assert.match(refusal.reason, /was not changed, because what it holds now could not be kept among the backups/);
    const without = await open({ migrations: fromZero, backups: undefined as never });
    const other = await without.update(ID, setStakes('Orders'));
    assert.deepEqual(other, { ok: false, code: 'failed', reason: `${RECORD} has an older format. It was not changed, because there is no place for a backup of it.` });
    assert.deepEqual(filesIn(folder.path()), old);
  });

  it('is seen when another window has written it in the new format', async () => {
    putAll();
    const [journal, other] = [await openOld(), await openOld()];
    assert.ok((await other.update(ID, setStakes('Orders'))).ok);
    assert.equal(await toldIn(journal, () => journal.refresh([path()])), 1);
    const entry = journal.get(ID);
    assert.equal(entry?.state === 'ok' && entry.record.stakes, 'Orders');
  });

  it('leaves what was deleted deleted', async () => {
    putAll();
    const deleted = remove(JSON.parse(zero('incident')) as Incident, '2026-11-20T08:00:00Z', digest);
    put(JSON.stringify(deleted));
    const journal = await openOld();
    assert.deepEqual([journal.entries().length, journal.recentlyDeleted.list().map(({ title }) => title)], [0, ['Checkout errors']]);
    put(JSON.stringify({ ...deleted, stakes: 'changed elsewhere' }));
    await journal.refresh();
    assert.equal(journal.entries().length, 1);
    const [back] = journal.recentlyDeleted.returned();
    assert.ok(back && !isDeleted(back, digest));
  });

  it('to which no step leads stays as it is, with the reason', async () => {
    putAll();
    const journal = await open();
    const entry = journal.get(ID);
    assert.equal(entry?.state === 'invalid' && entry.reason, '2026-11-24 checkout-errors cannot be changed until this is put right: format: must be 1 (it says 0).');
    put(zero('incident').replace('"format": 0', '"format": -1'));
    const older = await openOld();
    assert.equal(older.get(ID)?.state, 'invalid');
    assert.equal((await older.update(ID, setStakes('x'))).ok, false);
  });
});
