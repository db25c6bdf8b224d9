import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BEAT, PATIENCE } from '../../../src/core/looking/lease';
import { LookLease } from '../../../src/store/lookLease';

describe('which window looks', () => {
  let folder: string;
  let now = 1_000_000;
  beforeEach(() => (folder = path.join(mkdtempSync(path.join(tmpdir(), 'lease-')), 'lease')));
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));
  const lease = (window: string): LookLease => new LookLease(folder, window, () => now);

  it('is one, the one in front; another when that lets go, is gone, or says nothing', async () => {
    const [one, two] = [lease('one'), lease('two')];
    assert.deepEqual([await one.hold(false), await two.hold(false), await one.hold(false)], [true, false, true]);
    assert.deepEqual([await two.hold(true), await one.hold(false)], [true, false]);
    one.release();
    assert.equal(await one.hold(false), false, 'who does not hold it lets go of nothing');
    two.release();
    assert.equal(await one.hold(false), true);
    now += PATIENCE - 1;
    assert.equal(await two.hold(false), false);
    now += 1;
    assert.equal(await two.hold(false), true);
    now += BEAT;
    const file = path.join(folder, 'lease.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), pid: 2 ** 22 + 1 }));
    assert.equal(await one.hold(false), true, 'the process of the other has ended');
    writeFileSync(file, '{"window":');
    assert.equal(await two.hold(false), true, 'what cannot be read is no lease');
  });

  it('of many that ask at once exactly one', async () => {
    const held = await Promise.all(Array.from({ length: 8 }, (_, index) => lease(`window ${index}`).hold(false)));
    assert.equal(held.filter(Boolean).length, 1);
  });

  it('where nothing can be written, each looks', async () => {
    writeFileSync(folder, 'a file in its place');
    assert.deepEqual([await lease('one').hold(false), await lease('two').hold(false)], [true, true]);
  });
});
