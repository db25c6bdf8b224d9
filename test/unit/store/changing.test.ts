import assert from 'node:assert/strict';
import { lstatSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '../../../src/core/journal/schema';
import { here } from '../../../src/store/here';
import { incident } from '../journal/sample';
import { ID, leftovers, openJournal, OTHER, setStakes, workspace } from './journalFolder';

describe('changing a record', () => {
  const { folder, path, put, withOne, toldIn } = workspace();

  it('writes it, remembers it, then tells', async () => {
    const journal = await withOne();
    let seen: string | undefined;
    journal.onDidChange(() => {
      const entry = journal.get(ID);
      seen = entry?.state === 'ok' ? `${entry.record.stakes} ${(JSON.parse(readFileSync(path(), 'utf8')) as Incident).stakes}` : undefined;
    });
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    assert.equal(seen, 'Orders Orders');
    assert.deepEqual(leftovers(folder.path()), []);
  });

  it('into itself writes not one byte: a person’s formatting stays', async () => {
    await withOne();
    const text = `{ "id":"${ID}",\r\n"format":1, "title":"By hand","window":{"start":"2026-11-24T09:12:00Z"} }`;
    put(text);
    const journal = await openJournal(folder.path());
    const before = statSync(path()).ino;
    assert.equal(await toldIn(journal, () => journal.update(ID, (record) => record)), 0);
    assert.deepEqual([readFileSync(path(), 'utf8'), statSync(path()).ino], [text, before]);
  });

  it('into an equal one writes no new file', async () => {
    const journal = await withOne();
    const before = statSync(path()).ino;
    assert.ok((await journal.update(ID, (record) => ({ ...record }))).ok);
    assert.equal(statSync(path()).ino, before);
  });

  it('starts from what is on the disk, not from memory', async () => {
    const journal = await withOne();
    put(readFileSync(path(), 'utf8').replace('"title"', '"byHand": "keep me",\n  "title"'));
    const saved = await journal.update(ID, setStakes('Orders'));
    assert.ok(saved.ok);
    assert.deepEqual(JSON.parse(readFileSync(path(), 'utf8')), { ...incident(ID, { stakes: 'Orders' }), byHand: 'keep me' });
  });

  it('keeps a hand edit that came between reading and writing', async () => {
    const journal = await withOne();
    let runs = 0;
    const saved = await journal.update(ID, (record) => {
      if (runs++ === 0) put(readFileSync(path(), 'utf8').replace('Checkout', 'Payment'));
      return { ...record, stakes: 'Orders' };
    });
    assert.ok(saved.ok);
    assert.deepEqual([runs, saved.record.title, saved.record.stakes], [2, 'Payment errors', 'Orders']);
  });

  it('gives up when another program does not stop writing the file, and leaves it alone', async () => {
    const journal = await withOne();
    let runs = 0;
    const refusal = await journal.update(ID, (record) => {
      put(JSON.stringify({ ...record, title: `By hand ${++runs}` }));
      return { ...record, stakes: 'Orders' };
    });
    assert.equal(!refusal.ok && refusal.code, 'changing');
    assert.deepEqual(JSON.parse(readFileSync(path(), 'utf8')), incident(ID, { title: 'By hand 6' }));
    assert.deepEqual(leftovers(folder.path()), []);
  });

  it('is not written when another window has taken the lock over meanwhile', async () => {
    await withOne();
    const journal = await openJournal(folder.path(), { lockTimes: { patience: 3_600_000, unsignedPatience: 3_600_000, giveUp: 50 } });
    const [lock, before] = [join(folder.path(), '.lead-debrief', '.lock'), readFileSync(path(), 'utf8')];
    const theirs = JSON.stringify({ pid: process.pid, here: here(), nonce: 'theirs' });
    const refusal = await journal.update(ID, (record) => {
      writeFileSync(`${lock}-theirs`, theirs);
      renameSync(`${lock}-theirs`, lock);
      return { ...record, stakes: 'Orders' };
    });
    assert.equal(readFileSync(path(), 'utf8'), before);
    assert.equal(!refusal.ok && refusal.code, 'locked');
    assert.equal(readFileSync(lock, 'utf8'), theirs);
    assert.deepEqual(leftovers(folder.path()), ['.lead-debrief/.lock']);
  });

  it('refuses a result that is not right, and keeps everything', async () => {
    const journal = await withOne();
    const before = readFileSync(path(), 'utf8');
    const refusal = await journal.update(ID, (record) => ({ ...record, kind: 'reel' as 'real' }));
    assert.equal(!refusal.ok && refusal.code, 'not-possible');
    assert.equal(readFileSync(path(), 'utf8'), before);
    const large = await journal.update(ID, setStakes('x'.repeat(5_000_000)));
    assert.deepEqual(large, { ok: false, code: 'too-large', reason: 'This would be more than 5000000 bytes, too much for one file. Shorten it, then try again.' });
    assert.equal(readFileSync(path(), 'utf8'), before);
    assert.deepEqual(leftovers(folder.path()), []);
  });

  it('passes on a fault of the program, and frees the lock', async () => {
    const journal = await withOne();
    await assert.rejects(journal.update(ID, () => { throw new TypeError('a fault'); }), TypeError);
    await assert.rejects(journal.update(ID, (record) => ({ ...record, id: OTHER })), /keep the id/);
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
  });

  it('through a symbolic link leaves the link a link', async function () {
    if (process.platform === 'win32') this.skip();
    const journal = await withOne();
    const elsewhere = join(folder.path(), 'elsewhere.json');
    renameSync(path(), elsewhere);
    symlinkSync(elsewhere, path());
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    assert.ok(lstatSync(path()).isSymbolicLink());
    assert.equal((JSON.parse(readFileSync(elsewhere, 'utf8')) as Incident).stakes, 'Orders');
  });

  it('one after the other, in the order in which they were asked for', async () => {
    const journal = await withOne({ stakes: '' });
    await Promise.all([...'debrief'].map((letter) => journal.update(ID, (record) => ({ ...record, stakes: `${record.stakes}${letter}` }))));
    assert.equal((JSON.parse(readFileSync(path(), 'utf8')) as Incident).stakes, 'debrief');
  });

  it('of another window’s making, that this window has not read yet', async () => {
    const journal = await openJournal(folder.path());
    await withOne();
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    assert.equal(journal.entries().length, 1);
  });

  it('whose file was renamed by hand, as long as the name ends in its id', async () => {
    const journal = await withOne();
    renameSync(path(), path().replace('checkout-errors', 'payment'));
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
    await journal.refresh();
    assert.deepEqual(journal.entries().map(({ file, state }) => [file.includes('payment'), state]), [[true, 'ok']]);
  });
});
