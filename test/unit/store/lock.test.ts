import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from '../../../src/store/here';
import { Locked, withLock } from '../../../src/store/lock';
import type { LockTimes } from '../../../src/store/lock';
import { ownFolder } from './journalFolder';

const QUICK: LockTimes = { patience: 60, unsignedPatience: 20, giveUp: 10_000 };
const ENDLESS: LockTimes = { patience: 3_600_000, unsignedPatience: 3_600_000, giveUp: 50 };

describe('the lock', () => {
  const folder = ownFolder();
  const lockFile = () => join(folder.path(), '.lock');
  const sign = (pid: number, where = here()) => writeFileSync(lockFile(), JSON.stringify({ pid, here: where, nonce: 'abc' }));
  const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

  it('lets one in at a time, and goes when the work is done', async () => {
    let [inside, most, done] = [0, 0, 0];
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
      done++;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(folder.path(), work)));
    assert.deepEqual({ most, done, there: existsSync(lockFile()) }, { most: 1, done: 12, there: false });
  });

  it('goes when the work fails, too', async () => {
    await assert.rejects(withLock(folder.path(), () => Promise.reject(new Error('no'))), /no/);
    assert.ok(!existsSync(lockFile()));
  });

  it('of a dead owner is broken at once', async () => {
    sign(deadPid());
    assert.equal(await withLock(folder.path(), async () => 'in', ENDLESS), 'in');
  });

  it('of a dead owner is broken by one of many, and still lets one in at a time', async () => {
    sign(deadPid());
    let [inside, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(folder.path(), work)));
    assert.equal(most, 1);
  });

  it('that changed hands after it was seen dead is left alone', async () => {
    const breaking = join(folder.path(), '.lock-break');
    writeFileSync(breaking, JSON.stringify({ pid: process.pid, here: here(), nonce: 'abc' }));
    sign(deadPid());
    const waiting = withLock(folder.path(), async () => 'in', { ...ENDLESS, giveUp: 300 });
    // Long enough to see the dead owner and to come to the second lock, in which somebody else is breaking already.
    await new Promise((resolve) => setTimeout(resolve, 100));
    writeFileSync(`${lockFile()}-next`, JSON.stringify({ pid: process.pid, here: here(), nonce: 'def' }));
    renameSync(`${lockFile()}-next`, lockFile());
    unlinkSync(breaking);
    await assert.rejects(waiting, Locked);
    assert.ok(existsSync(lockFile()));
  });

  it('of a living owner is respected', async () => {
    sign(process.pid);
    await assert.rejects(withLock(folder.path(), async () => 'in', ENDLESS), Locked);
    assert.ok(existsSync(lockFile()));
  });

  it('of an owner elsewhere is respected, although a process of that number is dead here', async () => {
    sign(deadPid(), 'linux elsewhere');
    await assert.rejects(withLock(folder.path(), async () => 'in', ENDLESS), Locked);
  });

  it('of an owner elsewhere is broken when it did not change for long', async () => {
    sign(1, 'linux elsewhere');
    assert.equal(await withLock(folder.path(), async () => 'in', QUICK), 'in');
  });

  it('of an owner elsewhere who comes and goes is waited for', async () => {
    let turns = 0;
    const busy = setInterval(() => {
      // In one step: between two, the lock would be free.
      writeFileSync(`${lockFile()}-next`, JSON.stringify({ pid: 1, here: 'linux elsewhere', nonce: ++turns }));
      renameSync(`${lockFile()}-next`, lockFile());
    }, 10);
    try {
      sign(1, 'linux elsewhere');
      await assert.rejects(withLock(folder.path(), async () => 'in', { ...QUICK, patience: 400, giveUp: 1200 }), Locked);
    } finally {
      clearInterval(busy);
    }
    assert.ok(turns > 1);
  });

  it('that nobody signed is broken soon', async () => {
    writeFileSync(lockFile(), '');
    assert.equal(await withLock(folder.path(), async () => 'in', { ...ENDLESS, unsignedPatience: 20, giveUp: 10_000 }), 'in');
  });

  it('knows when it was broken by somebody else, and then leaves theirs alone', async () => {
    await withLock(folder.path(), async (stillMine) => {
      assert.ok(await stillMine());
      unlinkSync(lockFile());
      sign(1, 'linux elsewhere');
      assert.ok(!(await stillMine()));
    });
    assert.match(readFileSync(lockFile(), 'utf8'), /elsewhere/);
  });
});
