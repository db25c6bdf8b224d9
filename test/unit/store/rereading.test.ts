import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryPath } from '../../../src/store/temporaryFile';
import { incident } from '../journal/sample';
import { filesIn, ID, journalIn, openJournal, OTHER, setStakes, workspace } from './journalFolder';

describe('reading the journal', () => {
  const { folder, path, put, withOne, toldIn } = workspace();

  describe('looking again', () => {
    it('sees a hand edit, once, and not its own writes', async () => {
      const journal = await withOne();
      assert.equal(await toldIn(journal, () => journal.refresh([path()])), 0, 'own write');
      put(readFileSync(path(), 'utf8').replace('Checkout', 'Payment'));
      assert.equal(await toldIn(journal, () => journal.refresh([path()])), 1);
      assert.equal(await toldIn(journal, () => journal.refresh([path()])), 0);
      const entry = journal.get(ID);
      assert.equal(entry?.state === 'ok' && entry.record.title, 'Payment errors');
    });

    it('does not tell of a file that was only touched', async () => {
      const journal = await withOne();
      utimesSync(path(), new Date(), new Date(Date.now() + 60_000));
      assert.equal(await toldIn(journal, () => journal.refresh([path()])), 0);
    });

    it('sees what another window made and changed', async () => {
      const [one, other] = [await withOne(), await openJournal(folder.path())];
      assert.ok((await one.create(incident(OTHER))).ok);
      assert.ok((await one.update(ID, setStakes('Orders'))).ok);
      assert.ok((await one.updatePeople((people) => ({ ...people, people: [{ id: 'p-1', name: 'Ada' }] }))).ok);
      await other.refresh();
      assert.equal(other.entries().length, 2);
      const entry = other.get(ID);
      assert.equal(entry?.state === 'ok' && entry.record.stakes, 'Orders');
      assert.deepEqual(other.people().people, [{ id: 'p-1', name: 'Ada' }]);
    });

    it('keeps what vanished, says so, and refuses to change it until it is back', async () => {
      const journal = await withOne();
      const away = join(folder.path(), 'away.json');
      renameSync(path(), away);
      assert.equal(await toldIn(journal, () => journal.refresh([path()])), 1);
      assert.deepEqual(journal.entries().map(({ state, missing }) => [state, missing]), [['ok', true]]);
      const refusal = await journal.update(ID, setStakes('Orders'));
      assert.equal(!refusal.ok && refusal.code, 'missing');
      assert.ok(!existsSync(path()));
      renameSync(away, path());
      await journal.refresh();
      assert.deepEqual(journal.entries().map(({ state, missing }) => [state, missing]), [['ok', false]]);
      assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    });

    it('waits for somebody who is writing, before it says that a file cannot be read', async () => {
      await withOne();
      const journal = await openJournal(folder.path(), { lookAgain: [100, 300, 1000] });
      const whole = readFileSync(path(), 'utf8').replace('Checkout', 'Payment');
      put(whole.slice(0, 20));
      const states: unknown[] = [];
      journal.onDidChange(() => states.push(journal.get(ID)?.state));
      const looking = journal.refresh([path()]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      put(whole);
      await looking;
      assert.deepEqual(states, ['ok']);
    });

    it('says that a file cannot be read when that does not pass', async () => {
      const journal = await withOne();
      put('{');
      await journal.refresh([path()]);
      assert.equal(journal.get(ID)?.state, 'unreadable');
    });

    it('passes over files that are not the journal’s', async () => {
      const journal = await withOne();
      put('{', 'package.json');
      put('{', '.lead-debrief/incidents/notes.json');
      assert.equal(await toldIn(journal, () => journal.refresh(['package.json', '.lead-debrief/incidents/notes.json'].map((file) => join(folder.path(), file)))), 0);
      assert.equal(journal.entries().length, 1);
    });
  });

  describe('deleting', () => {
    it('hides a record, keeps its file, and can be undone', async () => {
      const journal = await withOne();
      assert.ok((await journal.remove(ID)).ok);
      assert.deepEqual([journal.entries().length, journal.deletedEntries().length], [0, 1]);
      assert.ok(existsSync(path()));
      assert.deepEqual([(await openJournal(folder.path())).entries().length], [0]);
      assert.ok((await journal.undoRemove(ID)).ok);
      assert.deepEqual([journal.entries().length, journal.deletedEntries().length], [1, 0]);
      assert.equal(readFileSync(path(), 'utf8'), `${JSON.stringify(incident(ID), null, 2)}\n`);
    });

    it('is undone by an edit in another window', async () => {
      const [one, other] = [await withOne(), await openJournal(folder.path())];
      assert.ok((await one.remove(ID)).ok);
      assert.ok((await other.update(ID, setStakes('Orders'))).ok);
      await one.refresh();
      assert.equal(one.entries().length, 1);
    });
  });

  describe('opening', () => {
    it('shows the newest 300 first, then all, newest first', async () => {
      const idOf = (n: number) => `${n}`.padStart(10, 'a');
      for (let n = 0; n < 450; n++) {
        const day = new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
        put(JSON.stringify(incident(idOf(n), { window: { start: `${day}T00:00:00Z` } })), `.lead-debrief/incidents/${day.slice(0, 4)}/${day}-x-${idOf(n)}.debrief.json`);
      }
      const journal = journalIn(folder.path());
      const seen: number[] = [];
      journal.onDidChange(() => seen.push(journal.entries().length));
      await journal.load();
      assert.deepEqual(seen, [300]);
      assert.equal(journal.get(idOf(150))?.state, 'ok');
      assert.equal(journal.get(idOf(149)), undefined);
      await journal.whenLoaded;
      assert.deepEqual(seen, [300, 450]);
      const ids = journal.entries().map((entry) => (entry.state === 'ok' ? entry.record.id : ''));
      assert.deepEqual(ids, Array.from({ length: 450 }, (_, i) => idOf(449 - i)));
    });

    it('removes what killed writers left, and nothing else', async () => {
      await withOne();
      const here = temporaryPath(path()).split('.').at(-2)?.replace(/^\d+-|-[0-9a-f]+$/g, '') ?? '';
      const dead = spawnSync(process.execPath, ['--version']).pid;
      const names = [`.a.json.${dead}-${here}-ab.tmp`, `.b.json.${process.pid}-${here}-ab.tmp`, `.c.json.${dead}-00000000-ab.tmp`, '.d.json.1-00000000-ab.tmp', 'e.tmp'];
      const [now, hourAgo] = [new Date(Date.UTC(2026, 10, 24, 12)), new Date(Date.UTC(2026, 10, 24, 10))];
      for (const [i, name] of names.entries()) {
        put('x', `.lead-debrief/incidents/2026/${name}`);
        utimesSync(join(dirname(path()), name), now, i === 2 ? now : hourAgo);
      }
      await openJournal(folder.path());
      const left = Object.keys(filesIn(folder.path())).filter((file) => file.endsWith('.tmp')).map((file) => file.slice(file.lastIndexOf('/') + 1));
      assert.deepEqual(left.sort(), [names[1], names[2], names[4]], 'a living process is still writing; one elsewhere cannot be asked, so its file stays for an hour');
    });
  });
});
