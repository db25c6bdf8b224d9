import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from '../../../src/store/lock';
import { moveJournal } from '../../../src/store/moving';
import type { Moved } from '../../../src/store/moving';
import type { Refused } from '../../../src/store/refusal';
import { incident } from '../journal/sample';
import { FILE, filesIn, ID, leftovers, openJournal, OTHER, setStakes, workspace } from './journalFolder';

const DAY = '2026-11-24';

describe('moving a journal', () => {
  const { folder, put, withOne } = workspace();
  const from = () => join(folder.path(), '.lead-debrief');
  const to = () => join(folder.path(), 'elsewhere', 'deep', '.lead-debrief');
  const move = (more: Partial<Parameters<typeof moveJournal>[0]> = {}): Promise<Moved | Refused> => moveJournal({ from: from(), to: to(), day: DAY, ...more });

  /** Everything in it, also what nobody can read as JSON. */
  async function whole(): Promise<Readonly<Record<string, string>>> {
    await withOne();
    put('{ "format": 1, "id": "half', FILE.replace(ID, OTHER));
    put('my own notes\r\n', '.lead-debrief/notes/deep/mine.txt');
    writeFileSync(join(from(), 'picture.bin'), Buffer.from([0, 0xff, 0x80, 0x0a]));
    return filesIn(from());
  }

  it('takes every file along by its bytes, and leaves the old folder under another name', async () => {
    const before = await whole();
    const moved = await move();
    assert.deepEqual(moved, { ok: true, files: Object.keys(before).length, left: join(folder.path(), `.lead-debrief-moved-${DAY}`) });
    assert.deepEqual(filesIn(to()), before);
    assert.deepEqual(filesIn(`${from()}-moved-${DAY}`), before);
    assert.ok(readFileSync(join(to(), 'picture.bin')).equals(Buffer.from([0, 0xff, 0x80, 0x0a])));
    assert.ok(!existsSync(from()));
    const journal = await openJournal(dirname(to()));
    assert.ok((await journal.update(ID, setStakes('Orders'))).ok);
  });

  it('keeps who may read what', async function () {
    if (process.platform === 'win32') return this.skip();
    await withOne();
    const modes = { [FILE]: 0o640, [dirname(FILE)]: 0o750, '.lead-debrief/.gitignore': 0o444, '.lead-debrief': 0o755 };
    for (const [path, mode] of Object.entries(modes)) chmodSync(join(folder.path(), path), mode);
    assert.ok((await move()).ok);
    for (const [path, mode] of Object.entries(modes)) {
      assert.equal(statSync(join(dirname(to()), path)).mode & 0o777, mode, path);
    }
  });

  it('takes no lock and nothing half written along, and leaves none behind', async () => {
    await withOne();
    writeFileSync(join(from(), '.lock-break'), '');
    writeFileSync(join(from(), `.debrief-people.json.${process.pid}-00000000-ab.tmp`), 'half');
    assert.ok((await move()).ok);
    assert.deepEqual(leftovers(to()), []);
    assert.ok(!existsSync(`${from()}-moved-${DAY}/.lock`));
  });

  it('finds a name for the old folder that nobody has', async () => {
    await withOne();
    mkdirSync(`${from()}-moved-${DAY}`);
    mkdirSync(`${from()}-moved-${DAY}-2`);
    const moved = await move();
    assert.equal(moved.ok && moved.left, `${from()}-moved-${DAY}-3`);
  });

  it('takes a link to a file along as that file, and refuses one that leads to no file', async () => {
    const before = await whole();
    renameSync(join(folder.path(), FILE), join(folder.path(), 'linked.json'));
    symlinkSync('../../../linked.json', join(folder.path(), FILE));
    symlinkSync('nowhere', join(from(), 'broken'));
    const refusal = await move();
    assert.match(refusal.ok ? '' : refusal.reason, /broken is a link that leads to no file, so it cannot be taken along\. Nothing was moved\./);
    assert.deepEqual(filesIn(folder.path())['.lead-debrief/picture.bin'], before['picture.bin']);
    assert.ok(!existsSync(to()));
    renameSync(join(from(), 'broken'), join(folder.path(), 'broken'));
    assert.ok((await move()).ok);
    assert.deepEqual(filesIn(to()), before);
    assert.ok(!statSync(join(dirname(to()), FILE)).isSymbolicLink());
  });

  it('copies nothing over what is there', async () => {
    const before = await whole();
    put('theirs', 'elsewhere/deep/.lead-debrief/debrief-journal.json');
    assert.deepEqual(await move(), { ok: false, code: 'exists', reason: `There are files in ${to()} already, so nothing was moved there.` });
    assert.deepEqual(filesIn(to()), { 'debrief-journal.json': 'theirs' });
    assert.deepEqual(filesIn(from()), before);
  });

  it('takes an empty folder for none', async () => {
    const before = await whole();
    mkdirSync(to(), { recursive: true });
    assert.ok((await move()).ok);
    assert.deepEqual(filesIn(to()), before);
  });

  it('refuses places that are inside each other', async () => {
    const before = await whole();
    for (const inside of [from(), join(from(), 'incidents', '.lead-debrief'), folder.path()]) {
      const refusal = await move({ to: inside });
      assert.match(refusal.ok ? '' : refusal.reason, /inside each other, so the journal cannot be moved/);
    }
    assert.deepEqual(filesIn(from()), before);
  });

  it('says so where there is no journal', async () => {
    const refusal = await move();
    assert.equal(!refusal.ok && refusal.code, 'gone');
    assert.ok(!existsSync(dirname(to())));
  });

  it('waits for whoever is saving, and says who holds the journal in the end', async () => {
    const before = await whole();
    const times = { patience: 10_000, unsignedPatience: 500, giveUp: 20 };
    await withLock(from(), async () => {
      const refusal = await move({ times });
      assert.equal(!refusal.ok && refusal.code, 'locked');
    });
    assert.deepEqual(filesIn(from()), before);
    assert.ok((await move({ times })).ok);
  });

  it('another window that still has the old place says that it is gone, and keeps the text', async () => {
    const other = await withOne();
    assert.ok((await move()).ok);
    for (const outcome of [await other.update(ID, setStakes('x')), await other.create(incident(OTHER))]) assert.equal(!outcome.ok && outcome.code, 'gone');
    assert.ok(!existsSync(from()));
  });

  it('clears away what a killed move had copied, and nothing of a living one', async () => {
    await withOne();
    mkdirSync(dirname(to()), { recursive: true });
    assert.ok((await move({ from: from(), to: join(folder.path(), 'first', '.lead-debrief') })).ok); // makes `here` known
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID))).ok);
    const old = join(dirname(to()), '..lead-debrief.1-00000000-ab.tmp');
    mkdirSync(old);
    assert.ok((await move()).ok);
    assert.ok(existsSync(old), 'another machine’s, and younger than an hour');
  });
});
