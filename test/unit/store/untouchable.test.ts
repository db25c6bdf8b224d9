import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { incident } from '../journal/sample';
import { FILE, ID, leftovers, openJournal, OTHER, setStakes, workspace } from './journalFolder';

describe('what cannot be changed', () => {
  const { folder, path, put, withOne } = workspace();

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['unreadable', '{"id":', /^2026-11-24 checkout-errors cannot be read: line 1, column 7: a value was expected\.$/],
    ['unreadable', '', /line 1, column 1/],
    ['unreadable', '<<<<<<< HEAD\n{}', /git’s conflict markers begin here/],
    ['unreadable', `{"format":1,"id":"${ID}","id":"${ID}"}`, /"id" is here twice/],
    ['unreadable', 'null', /does not hold a record/],
    ['invalid', JSON.stringify({ ...incident(ID), kind: 'reel' }), /^2026-11-24 checkout-errors cannot be changed until this is put right: kind: must be one of real, drill, shadow \(it says "reel"\)\.$/],
    ['newer', JSON.stringify({ format: 2, id: ID, incident: true }), /^Written by a newer Lead Debrief \(format 2; this one knows 1\)\. Update the extension to change it\.$/],
  ];

  for (const [state, text, reason] of cases) {
    it(`${state}: ${JSON.stringify(text.slice(0, 30))} is shown, refused with the reason, and kept to the byte`, async () => {
      await withOne();
      put(text);
      const journal = await openJournal(folder.path());
      assert.equal(journal.get(ID)?.state, state);
      const refusal = await journal.update(ID, setStakes('Orders'));
      assert.ok(!refusal.ok);
      assert.equal(refusal.code, state);
      assert.match(refusal.reason, reason);
      assert.equal(readFileSync(path(), 'utf8'), text);
      assert.deepEqual(leftovers(folder.path()), []);
    });

    it(`${state}: the same when it came after this window has read the record`, async () => {
      const journal = await withOne();
      put(text);
      const refusal = await journal.update(ID, setStakes('Orders'));
      assert.equal(!refusal.ok && refusal.code, state);
      assert.equal(readFileSync(path(), 'utf8'), text);
      assert.equal(journal.get(ID)?.state, state, 'what was found is shown');
    });
  }

  it('a file that is far too large is not even read', async () => {
    const journal = await withOne();
    put('');
    truncateSync(path(), 8_000_000_000);
    await journal.refresh([path()]);
    const entry = journal.get(ID);
    assert.equal(entry?.state === 'unreadable' && entry.reason, '2026-11-24 checkout-errors cannot be read: line 1, column 1: the file has more than 5000000 bytes.');
    const refusal = await journal.update(ID, setStakes('Orders'));
    assert.equal(!refusal.ok && refusal.code, 'unreadable');
  });

  it('is said in the list, in its place, with all that can be known', async () => {
    await withOne();
    put('{"id":\n', FILE.replace(ID, OTHER).replace('11-24', '11-20'));
    put(JSON.stringify({ ...incident('9k3f9q2mxa', { title: 'Half right' }), window: { start: '2026-11-22T00:00:00Z' }, role: 1 }), '.lead-debrief/incidents/by hand.debrief.json');
    const [, invalid, unreadable, ...none] = (await openJournal(folder.path())).entries();
    assert.deepEqual(none, []);
    assert.ok(invalid?.state === 'invalid' && unreadable?.state === 'unreadable');
    assert.deepEqual([invalid.id, invalid.name, invalid.start, invalid.path, invalid.line], ['9k3f9q2mxa', 'Half right', '2026-11-22T00:00:00Z', 'role', 1]);
    assert.deepEqual([unreadable.id, unreadable.name, unreadable.start, unreadable.line, unreadable.column], [OTHER, '2026-11-20 checkout-errors', undefined, 2, 1]);
  });

  it('two files with one id: both shown, neither written, each says so', async () => {
    await withOne();
    const copy = path().replace('checkout-errors', 'copy');
    copyFileSync(path(), copy);
    const journal = await openJournal(folder.path());
    assert.deepEqual(journal.entries().map(({ state }) => state), ['duplicate', 'duplicate']);
    const refusal = await journal.update(ID, setStakes('Orders'));
    assert.equal(!refusal.ok && refusal.code, 'duplicate');
    rmSync(copy);
    await journal.refresh();
    assert.deepEqual(journal.entries().map(({ state }) => state), ['ok']);
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
  });

  it('an id that nobody has', async () => {
    const journal = await withOne();
    assert.deepEqual(await journal.update(OTHER, setStakes('x')), { ok: false, code: 'not-found', reason: 'This incident is not in the journal.' });
  });
});
