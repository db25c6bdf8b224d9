import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import { moveJournal } from '../../../src/store/moving';
import { seen } from '../../torture/row';
import { incident } from '../journal/sample';
import { filesIn, journalIn, ownFolder } from './journalFolder';
import { possibleDisks } from './possibleDisks';
import { recorded } from './recorder';
import type { Operation } from './recorder';

const DAY = '2026-11-24';
const IDS = ['7k3f9q2mxa', '8k3f9q2mxa'];
const [FROM, LEFT, TO] = ['one/.lead-debrief', `one/.lead-debrief-moved-${DAY}`, 'two/.lead-debrief'];

/** A journal of two incidents and a file that no program can read, in `one`; `two` is there. */
async function makeJournal(folder: string): Promise<void> {
  for (const each of ['one', 'two'].filter((name) => !existsSync(join(folder, name)))) await fs.promises.mkdir(join(folder, each), { mode: 0o700 });
  const journal = journalIn(join(folder, 'one'));
  for (const id of IDS) assert.ok((await journal.create(incident(id))).ok);
  const half = await fs.promises.open(join(folder, FROM, 'incidents', 'half.debrief.json'), 'wx');
  await half.writeFile('{ "format": 1, "ti');
  await half.sync();
  await half.close();
  for (const each of ['.lead-debrief/incidents', '']) {
    const handle = await fs.promises.open(join(folder, 'one', each), 'r');
    await handle.sync();
    await handle.close();
  }
  const top = await fs.promises.open(folder, 'r');
  await top.sync();
  await top.close();
}

const move = (folder: string) => moveJournal({ from: join(folder, FROM), to: join(folder, TO), day: DAY });

/** The files below a folder, without locks and what was not finished. */
function below(folder: string, files: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const inside = [...files].filter(([path]) => path.startsWith(`${folder}/`) && !/\.lock|\.tmp/.test(path));
  return Object.fromEntries(inside.map(([path, text]): [string, string] => [path.slice(folder.length + 1), text]).sort());
}

/** Which places hold the whole journal; throws where one holds a part of it. */
function wholePlaces(files: Iterable<readonly [string, string]>, whole: Readonly<Record<string, string>>, where = ''): readonly string[] {
  const all = [...files];
  return [FROM, LEFT, TO].filter((place) => {
    const there = below(place, all);
    if (Object.keys(there).length === 0) return false;
    assert.deepEqual(there, whole, `${place} holds a part ${where}`);
    return true;
  });
}

/** Nothing is lost, and a window opens the whole journal: in its old place until it is in the new one. */
function judge(places: readonly string[], where: string): void {
  assert.ok(places.includes(FROM) || places.includes(TO), `neither place holds the journal ${where}`);
  assert.ok(places.includes(FROM) || places.includes(LEFT), `the old one is lost ${where}`);
}

describe('a power cut after every step of a move', function () {
  this.timeout(60_000);
  const folder = ownFolder();
  let log: readonly Operation[];
  let begin = 0;
  let whole: Readonly<Record<string, string>>;

  beforeEach(async () => {
    log = await recorded(folder.path(), async (operations) => {
      await makeJournal(folder.path());
      whole = below(FROM, Object.entries(filesIn(folder.path())));
      begin = operations.length;
      assert.ok((await move(folder.path())).ok);
    });
  });

  function judgeAll(operations: readonly Operation[]): number {
    let disks = 0;
    for (let end = begin; end <= operations.length; end++) {
      for (const disk of possibleDisks(operations.slice(0, end))) {
        judge(wholePlaces(disk, whole, `after ${end}`), `after ${end}`);
        disks++;
      }
    }
    for (const disk of possibleDisks(operations)) assert.ok(wholePlaces(disk, whole).includes(TO), 'what was said to be moved is there');
    return disks;
  }

  it('leaves the old journal whole, or the new one', () => {
    assert.equal(Object.keys(whole).length, 5);
    return seen('cutMove', () => {
      const disks = judgeAll(log);
      assert.ok(disks > 60, `only ${disks} disks`);
      return { often: disks, lost: 0 };
    });
  });

  const isRename = (operation: Operation | undefined, path: string) => operation?.kind === 'rename' && operation.path === path;
  const faults: readonly (readonly [string, (operation: Operation, i: number) => boolean])[] = [
    ['a file', (operation) => operation.kind !== 'sync'],
    ['a folder', (operation) => operation.kind !== 'sync-folder' || !operation.path.includes('.tmp')],
    ['the new place before it leaves the old one', (operation, i) => operation.kind !== 'sync-folder' || !isRename(log[i - 1], TO)],
  ];
  for (const [name, keeps] of faults) {
    it(`would be seen here if it forgot to sync ${name}`, () => {
      const faulty = log.filter((operation, i) => i < begin || keeps(operation, i));
      assert.ok(faulty.length < log.length, 'the fault was put in');
      return seen('cutFaults', () => {
        assert.throws(() => judgeAll(faulty), assert.AssertionError);
        return { often: 1, wrong: { 'not found': 0 } };
      });
    });
  }
});

describe('a disk that says no in the middle of a move', function () {
  this.timeout(60_000);
  const WRITING = ['open', 'rename', 'mkdir', 'chmod', 'readFile', 'readdir', 'stat'] as const;
  const origin = ownFolder();
  const real = { ...fs.promises };
  const restore = (): void => {
    Object.assign(fs.promises, real);
    syncBuiltinESMExports();
  };
  afterEach(restore);

  /** Every call from the n-th on fails, as after a kill, but for what clears away; gives whether there were so many. */
  function failFrom(n: number): () => boolean {
    let calls = 0;
    for (const name of WRITING) {
      const call = real[name] as (...args: unknown[]) => Promise<unknown>;
      const counted = async (...args: unknown[]) => (++calls >= n ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : call(...args));
      Object.assign(fs.promises, { [name]: counted });
    }
    syncBuiltinESMExports();
    return () => calls >= n;
  }

  it('at any call: the old journal is whole and in its place, or the new one is, and nothing is half there', async () => {
    await makeJournal(origin.path());
    for (let n = 1, reached = true; reached; n++) {
      const folder = mkdtempSync(join(tmpdir(), 'lead-debrief-'));
      try {
        cpSync(origin.path(), folder, { recursive: true });
        const whole = below(FROM, Object.entries(filesIn(folder)));
        const isReached = failFrom(n);
        const outcome = await move(folder);
        reached = isReached();
        restore();
        const places = wholePlaces(Object.entries(filesIn(folder)), whole);
        judge(places, `when call ${n} failed`);
        assert.ok(places.includes(outcome.ok ? TO : FROM), `call ${n}: ${JSON.stringify(outcome)}`);
        if (!outcome.ok) assert.match(outcome.reason, /\.$/);
        assert.deepEqual(readdirSync(join(folder, 'two')), places.includes(TO) ? ['.lead-debrief'] : [], `call ${n}`);
        assert.ok(n < 200);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  });
});

describe('a new place that cannot take it', () => {
  const mounted: string[] = [];
  afterEach(() => {
    for (const path of mounted.splice(0)) execFileSync('umount', [path]);
  });
  const folder = ownFolder();

  /** A disk of our own in the new place, or a skipped test where none can be mounted. */
  function mount(options: string, context: Context, place = 'two'): void {
    const path = join(folder.path(), place);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
    } catch {
      if (context.test) context.test.title += ' (skipped: mounting a disk needs root on Linux)';
      context.skip();
    }
    mounted.push(path);
  }

  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['full', 'size=8k', 'disk-full', /^The disk is full\. Make some room, then try again\.$/],
    ['read-only', 'size=1m,ro', 'read-only', /two\/\.lead-debrief is on a disk that can only be read\. Nothing can be saved there\.$/],
  ];
  for (const [name, options, code, words] of cases) {
    it(`because it is ${name}: says so, leaves the old one in its place, and moves when that is mended`, async function () {
      await makeJournal(folder.path());
      writeFileSync(join(folder.path(), FROM, 'large.bin'), 'x'.repeat(50_000));
      const whole = below(FROM, Object.entries(filesIn(folder.path())));
      mount(options, this);
      const refusal = await move(folder.path());
      assert.deepEqual([refusal.ok, !refusal.ok && refusal.code], [false, code]);
      assert.match(refusal.ok ? '' : refusal.reason, words);
      assert.deepEqual(below(FROM, Object.entries(filesIn(folder.path()))), whole);
      assert.deepEqual(readdirSync(join(folder.path(), 'two')), []);
      execFileSync('mount', ['-o', 'remount,rw,size=1m', join(folder.path(), 'two')]);
      assert.ok((await move(folder.path())).ok);
      assert.deepEqual(below(TO, Object.entries(filesIn(folder.path()))), whole);
    });
  }

  it('or an old one that can only be read: says so before anything is copied', async function () {
    for (const each of ['one', 'two']) mkdirSync(join(folder.path(), each));
    mount('size=1m', this, 'one');
    await makeJournal(folder.path());
    execFileSync('mount', ['-o', 'remount,ro', join(folder.path(), 'one')]);
    const refusal = await move(folder.path());
    assert.deepEqual(refusal, { ok: false, code: 'read-only', reason: `${join(folder.path(), 'one')} is on a disk that can only be read. Nothing can be saved there.` });
    assert.deepEqual(readdirSync(join(folder.path(), 'two')), []);
  });

  it('or an old one that may not be renamed: the new one is whole, the old one keeps its name, and that is said', async function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return this.skip();
    await makeJournal(folder.path());
    const whole = below(FROM, Object.entries(filesIn(folder.path())));
    execFileSync('chmod', ['-R', 'a+rwX', folder.path()]);
    execFileSync('chmod', ['a-w', join(folder.path(), 'one')]);
    process.seteuid?.(65534);
    try {
      assert.deepEqual(await move(folder.path()), { ok: true, files: 5, left: join(folder.path(), FROM) });
    } finally {
      process.seteuid?.(0);
    }
    assert.deepEqual(wholePlaces(Object.entries(filesIn(folder.path())), whole), [FROM, TO]);
  });
});
