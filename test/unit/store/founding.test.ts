import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { incident } from '../journal/sample';
import { FILE, filesIn, ID, journalIn, openJournal, OTHER, setStakes, workspace } from './journalFolder';

describe('a new journal', () => {
  const { folder, put, withOne } = workspace();

  describe('at its first save', () => {
    it('makes the folder, what keeps it out of git, its facts, and one pretty file', async () => {
      const journal = await withOne();
      const files = filesIn(folder.path());
      assert.deepEqual(Object.keys(files).sort(), ['.lead-debrief/.gitignore', '.lead-debrief/debrief-journal.json', FILE]);
      assert.equal(files['.lead-debrief/.gitignore'], '*\n');
      assert.match(files['.lead-debrief/debrief-journal.json'] ?? '', /^\{\n {2}"format": 1,\n {2}"id": "[0-9a-z]{10}",\n {2}"shared": false\n\}\n$/);
      assert.equal(files[FILE], `${JSON.stringify(incident(ID), null, 2)}\n`);
      assert.equal(journal.facts()?.shared, false);
    });

    it('does not bring back a .gitignore that was taken from a complete journal', async () => {
      await withOne();
      rmSync(join(folder.path(), '.lead-debrief/.gitignore'));
      const journal = await openJournal(folder.path());
      assert.ok((await journal.create(incident(OTHER))).ok);
      assert.ok(!existsSync(join(folder.path(), '.lead-debrief/.gitignore')));
    });

    it('is made by one of two windows, whichever is first', async () => {
      const windows = [await openJournal(folder.path()), await openJournal(folder.path())];
      const saved = await Promise.all(windows.map((journal, i) => journal.create(incident(i === 0 ? ID : OTHER))));
      assert.ok(saved.every(({ ok }) => ok));
      assert.equal((await openJournal(folder.path())).entries().length, 2);
      assert.equal(windows[0]?.facts()?.id, windows[1]?.facts()?.id);
    });

    it('refuses an id that is there', async () => {
      const journal = await withOne();
      const refusal = await journal.create(incident(ID, { title: 'Another' }));
      assert.deepEqual(refusal, { ok: false, code: 'exists', reason: 'There is an incident with this id already.' });
    });

    it('refuses what the schema does not allow, and makes no record of it', async () => {
      const journal = await openJournal(folder.path());
      const refusal = await journal.create({ ...incident(ID), kind: 'reel' as 'real' });
      assert.deepEqual(refusal, { ok: false, code: 'not-possible', reason: 'This cannot be saved: kind: must be one of real, drill, shadow (it says "reel").' });
      assert.deepEqual(journal.entries(), []);
    });
  });

  it('without a folder is empty, and reading makes none', async () => {
    const journal = await openJournal(folder.path());
    assert.deepEqual([journal.entries(), journal.facts(), journal.people(), journal.problems()], [[], undefined, { format: 1, people: [] }, []]);
    assert.deepEqual(filesIn(folder.path()), {});
    assert.equal((await journal.update(ID, setStakes('x'))).ok, false);
    assert.deepEqual(filesIn(folder.path()), {});
  });

  it('does nothing before it is asked', () => {
    journalIn(join(folder.path(), 'nowhere'));
    assert.deepEqual(filesIn(folder.path()), {});
  });

  describe('a journal that vanished', () => {
    it('is not made again: a save says so, and works when it is back', async () => {
      const journal = await withOne();
      const [root, away] = [join(folder.path(), '.lead-debrief'), join(folder.path(), 'away')];
      renameSync(root, away);
      for (const outcome of [await journal.update(ID, setStakes('x')), await journal.create(incident(OTHER)), await journal.updatePeople((people) => ({ ...people, people: [] }))]) {
        assert.equal(!outcome.ok && outcome.code, 'gone', JSON.stringify(outcome));
      }
      assert.ok(!existsSync(root));
      renameSync(away, root);
      assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    });

    it('is told from one that was never there', async () => {
      await withOne();
      const journal = await openJournal(folder.path());
      rmSync(join(folder.path(), '.lead-debrief'), { recursive: true });
      const outcome = await journal.create(incident(OTHER));
      assert.equal(!outcome.ok && outcome.code, 'gone');
    });
  });

  describe('facts and people', () => {
    it('are changed like records, under the same rules', async () => {
      const journal = await withOne();
      assert.ok((await journal.updateFacts((facts) => ({ ...facts, loadLimit: 3 }))).ok);
      assert.ok((await journal.updatePeople((people) => ({ ...people, people: [{ id: 'p-2', name: 'Bo' }, { id: 'p-1', name: 'Ada' }] }))).ok);
      const reopened = await openJournal(folder.path());
      assert.equal(reopened.facts()?.loadLimit, 3);
      assert.deepEqual(reopened.people().people.map(({ name }) => name), ['Ada', 'Bo']);
    });

    it('that cannot be read are a problem that is said, and are not written', async () => {
      await withOne();
      put('{"format":1', '.lead-debrief/debrief-people.json');
      const journal = await openJournal(folder.path());
      assert.deepEqual(journal.problems(), [{ file: 'debrief-people.json', reason: 'debrief-people.json cannot be read: line 1, column 12: a closing brace was expected.', line: 1, column: 12 }]);
      const refusal = await journal.updatePeople((people) => ({ ...people, people: [] }));
      assert.equal(!refusal.ok && refusal.code, 'unreadable');
      assert.equal(filesIn(folder.path())['.lead-debrief/debrief-people.json'], '{"format":1');
      assert.ok((await journal.update(ID, setStakes('Orders'))).ok, 'records can still be changed');
    });

    it('are the start of a journal, too', async () => {
      const journal = await openJournal(folder.path());
      assert.ok((await journal.updateFacts((facts) => ({ ...facts, goal: 'Databases' }))).ok);
      assert.equal(filesIn(folder.path())['.lead-debrief/.gitignore'], '*\n');
      assert.equal(journal.facts()?.goal, 'Databases');
    });

    it('nobody added to nobody makes no file', async () => {
      const journal = await withOne();
      assert.ok((await journal.updatePeople((people) => people)).ok);
      assert.ok(!existsSync(join(folder.path(), '.lead-debrief/debrief-people.json')));
    });
  });
});
