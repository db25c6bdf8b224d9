import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Backups } from '../../../src/store/backups/backups';
import { incident } from '../journal/sample';
import { days, withBackups } from './backupFolder';
import { FILE, filesIn, ID, OTHER, setStakes } from './journalFolder';

const RECORD = FILE.replace('.lead-debrief/', '');
const LATEST = `latest/${RECORD}`;
const TODAY = `days/2026-11-24/${RECORD}`;

describe('backups', () => {
  const { folder, path, put, backups, clock, open, copies, root, toldIn } = withBackups();

  describe('of the latest', () => {
    it('hold what was written, the facts, the people and what git is told, when the editor closes', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID))).ok);
      assert.ok((await journal.updatePeople((people) => ({ ...people, people: [{ id: 'p-1', name: 'Ada' }] }))).ok);
      await journal.flush();
      const latest = Object.entries(copies()).filter(([file]) => file.startsWith('latest/')).map(([file, text]): [string, string] => [file.replace('latest/', '.lead-debrief/'), text]);
      assert.deepEqual(Object.fromEntries(latest), filesIn(folder.path()));
      assert.deepEqual(readdirSync(backups.path()), [journal.facts()?.id]);
    });

    it('are made without being asked, at most a minute after a change', async () => {
      const due: [() => void, number][] = [];
      const journal = await open({ later: (work, milliseconds) => due.push([work, milliseconds]) });
      assert.ok((await journal.create(incident(ID))).ok);
      assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
      assert.equal(due.length, 1, 'one appointment, however much changes');
      assert.ok(Number(due[0]?.[1]) <= 30_000);
      assert.deepEqual(copies(), {});
      due[0]?.[0]();
      await journal.flush();
      assert.equal(copies()[LATEST], readFileSync(path(), 'utf8'));
      assert.ok((await journal.update(ID, setStakes('Payments'))).ok);
      assert.equal(due.length, 2);
    });

    it('hold what was only read, and are not written again when it is read again', async () => {
      const first = await open();
      assert.ok((await first.create(incident(ID))).ok);
      await (await open()).flush();
      const [copy] = Object.keys(filesIn(backups.path())).filter((file) => file.endsWith(LATEST));
      const ino = statSync(join(backups.path(), copy ?? '')).ino;
      await (await open()).flush();
      assert.equal(statSync(join(backups.path(), copy ?? '')).ino, ino);
      put(readFileSync(path(), 'utf8').replace('Checkout', 'Payment'));
      await (await open()).flush();
      assert.match(copies()[LATEST] ?? '', /Payment/);
    });

    it('stay the last good ones when the file is spoilt, also before they were copied', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID))).ok);
      put('{ "id": ');
      await journal.refresh([path()]);
      await journal.flush();
      await (await open()).flush();
      assert.equal(copies()[LATEST], `${JSON.stringify(incident(ID), null, 2)}\n`);
    });

    it('hold the last of two versions that were saved within one tick of the clock', async () => {
      const stamp = { ino: 1, mtimeMs: Date.UTC(2026, 10, 24), size: 4 };
      const own = new Backups({ root: backups.path(), folder: root(), now: () => clock.now, later: () => undefined, id: () => 'k3f9q2m7xa', worth: () => 'good', tell: () => undefined });
      for (const text of ['one\n', 'two\n']) {
        own.written(RECORD, undefined, { bytes: Buffer.from(text), stamp });
        await own.flush();
      }
      assert.equal(copies()[LATEST], 'two\n');
    });

    it('can be made by two windows at once', async () => {
      const windows = [await open(), await open()];
      assert.ok((await windows[0]?.create(incident(ID)))?.ok);
      await windows[1]?.refresh();
      for (let round = 0; round < 5; round++) {
        const saved = await Promise.all(windows.map((journal, i) => journal.update(ID, setStakes(`${round} ${i}`))));
        assert.ok(saved.every(({ ok }) => ok));
        await Promise.all(windows.map((journal) => journal.refresh()));
        await Promise.all(windows.map((journal) => journal.flush()));
      }
      assert.deepEqual(Object.keys(copies()).filter((file) => file.endsWith('.tmp')), []);
      assert.ok(Object.values(copies()).every((text) => text.endsWith('\n')));
      assert.match(copies()[TODAY] ?? '', /"title": "Checkout errors"/);
    });
  });

  describe('of a day', () => {
    it('hold each file before its first change that day', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID, { stakes: '0' }))).ok);
      for (const stakes of ['1', '2']) assert.ok((await journal.update(ID, setStakes(stakes))).ok);
      clock.now += days(1);
      for (const stakes of ['3', '4']) assert.ok((await journal.update(ID, setStakes(stakes))).ok);
      await journal.flush();
      const said = (day: string) => (JSON.parse(copies()[`days/${day}/${RECORD}`] ?? '') as { stakes: string }).stakes;
      assert.deepEqual([said('2026-11-24'), said('2026-11-25')], ['0', '2']);
    });

    it('are left alone by a second window', async () => {
      const [one, other] = [await open(), await open()];
      assert.ok((await one.create(incident(ID, { stakes: '0' }))).ok);
      assert.ok((await one.update(ID, setStakes('1'))).ok);
      assert.ok((await other.update(ID, setStakes('2'))).ok);
      await Promise.all([one.flush(), other.flush()]);
      assert.match(copies()[TODAY] ?? '', /"stakes": "0"/);
    });

    it('are made again where a killed writer left an empty one', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID, { stakes: '0' }))).ok);
      const empty = join(backups.path(), journal.facts()?.id ?? '', TODAY);
      mkdirSync(join(empty, '..'), { recursive: true });
      writeFileSync(empty, '');
      assert.ok((await journal.update(ID, setStakes('1'))).ok);
      await journal.flush();
      assert.match(copies()[TODAY] ?? '', /"stakes": "0"/);
    });

    it('are kept for 30 days and up to 20 MB, the oldest go first; what a new format replaced stays', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID))).ok);
      const home = join(backups.path(), journal.facts()?.id ?? '');
      const lay = (set: string, size: number): void => {
        mkdirSync(join(home, set), { recursive: true });
        writeFileSync(join(home, set, 'x.json'), Buffer.alloc(size, 'x'));
      };
      lay('days/2026-10-24', 10);
      lay('replaced/2026-10-24T10-00-00.000Z', 10);
      lay('before-format-1', 9_000_000);
      for (const [i, day] of ['2026-10-25', '2026-11-01', '2026-11-02', '2026-11-03'].entries()) lay(`days/${day}`, i === 0 ? 10 : 9_000_000);
      await journal.flush();
      const sets = [...new Set(Object.keys(copies()).filter((file) => file.endsWith('/x.json')).map((file) => file.slice(0, -7)))];
      assert.deepEqual(sets.sort(), ['before-format-1', 'days/2026-11-02', 'days/2026-11-03']);
    });

    it('of the last month stay', async () => {
      const journal = await open();
      assert.ok((await journal.create(incident(ID))).ok);
      const old = join(backups.path(), journal.facts()?.id ?? '', 'days/2026-10-25');
      mkdirSync(old, { recursive: true });
      writeFileSync(join(old, 'x.json'), 'x');
      await journal.flush();
      assert.ok(existsSync(old));
      clock.now += days(1);
      assert.ok((await journal.update(ID, setStakes('1'))).ok);
      await journal.flush();
      assert.ok(!existsSync(old));
    });
  });

  it('that cannot be written fail no save, are said once, and are made up for later', async () => {
    const due: (() => void)[] = [];
    const journal = await open({ later: (work) => due.push(work) });
    assert.ok((await journal.create(incident(ID))).ok);
    const home = join(backups.path(), journal.facts()?.id ?? '');
    writeFileSync(home, 'a file where a folder should be');
    const told = await toldIn(journal, async () => {
      for (const stakes of ['1', '2']) assert.ok((await journal.update(ID, setStakes(stakes))).ok);
      due.pop()?.();
      await journal.flush();
    });
    assert.equal(told, 3, 'two saves, one fault');
    assert.equal(due.length, 1, 'it will be tried again, also if nothing more changes');
    assert.match(journal.backups.problem() ?? '', /^Backups of the journal cannot be written \((ENOTDIR|EEXIST)\): .*\. The journal itself is saved as always\.$/);
    rmSync(home);
    await journal.flush();
    assert.equal(journal.backups.problem(), undefined);
    assert.equal(copies()[LATEST], readFileSync(path(), 'utf8'));
  });

  it('can be looked into by the person alone', async function () {
    if (process.platform === 'win32') this.skip();
    const journal = await open();
    assert.ok((await journal.create(incident(ID))).ok);
    chmodSync(path(), 0o644);
    await journal.flush();
    const home = join(backups.path(), journal.facts()?.id ?? '');
    assert.deepEqual([statSync(home).mode & 0o777, statSync(join(home, LATEST)).mode & 0o777], [0o700, 0o600]);
  });

  for (const shared of [false, true]) {
    it(`bring no record back that another window deleted for ever meanwhile${shared ? ', in a shared journal' : ''}`, async () => {
      const [one, other] = [await open(), await open()];
      if (shared) assert.ok((await one.updateFacts((facts) => ({ ...facts, shared }))).ok);
      for (let round = 0; round < 20; round++) {
        const id = `${ID.slice(0, -2)}${String(round).padStart(2, '0')}`;
        assert.ok((await one.create(incident(id))).ok);
        assert.ok((await other.remove(id)).ok);
        const copying = round % 2 ? other.flush() : undefined;
        await one.refresh();
        assert.ok((await one.recentlyDeleted.deleteForEver(id)).ok);
        await copying;
        await other.flush();
        const whole = Object.entries(copies()).filter(([file, text]) => file.includes(id) && text.includes('Checkout'));
        assert.deepEqual(whole.map(([file]) => file), []);
      }
    });
  }

  it('are made of what was written, also when its folder vanished before', async () => {
    const journal = await open();
    assert.ok((await journal.create(incident(OTHER))).ok);
    renameSync(root(), `${root()}-away`);
    await journal.flush();
    assert.equal(Object.keys(copies()).filter((file) => file.includes(OTHER)).length, 1, 'what was written is kept, though its folder is gone');
  });
});
