import assert from 'node:assert/strict';
import { absorb, release } from '../../../src/core/journal/absorbed';
import { incident } from '../journal/sample';
import { ID, openJournal, OTHER, ownFolder, setStakes } from './journalFolder';

describe('an incident that was joined with another', () => {
  const folder = ownFolder();
  const joined = { into: ID, at: '2026-11-24T12:00:00Z' };

  it('is not listed, in another window and after a restart neither, and keeps all that it says; a change of it does not bring it back', async () => {
    const journal = await openJournal(folder.path());
    for (const [id, title] of [[ID, 'Checkout errors'], [OTHER, 'Slow search']] as const) assert.ok((await journal.create(incident(id, { title }))).ok);
    assert.ok((await journal.update(OTHER, (record) => absorb(record, joined))).ok);
    assert.ok((await journal.update(OTHER, setStakes('Orders'))).ok);
    for (const each of [journal, await openJournal(folder.path())]) {
      assert.deepEqual([each.records().map(({ id }) => id), each.absorbed().map(({ id, stakes }) => [id, stakes]), each.deletedEntries()], [[ID], [[OTHER, 'Orders']], []]);
      assert.equal(each.get(OTHER)?.state, 'ok');
      assert.ok(each.has(OTHER));
    }
    assert.ok((await journal.update(OTHER, release)).ok);
    assert.deepEqual([journal.records().length, journal.absorbed()], [2, []]);
  });

  it('is listed again where the other was deleted for ever, and not before', async () => {
    const journal = await openJournal(folder.path());
    for (const id of [ID, OTHER]) assert.ok((await journal.create(incident(id))).ok);
    assert.ok((await journal.update(OTHER, (record) => absorb(record, joined))).ok);
    assert.ok((await journal.remove(ID)).ok);
    assert.deepEqual(journal.records(), []);
    assert.ok((await journal.recentlyDeleted.deleteForEver(ID)).ok);
    assert.deepEqual(journal.records().map(({ id }) => id), [OTHER]);
  });
});
