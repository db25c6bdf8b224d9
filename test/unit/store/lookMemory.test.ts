import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LookMemory, type Turn } from '../../../src/store/lookMemory';

describe('what looks remember', () => {
  let folder: string;
  beforeEach(() => (folder = path.join(mkdtempSync(path.join(tmpdir(), 'looks-')), 'deep', 'one')));
  afterEach(() => rmSync(path.dirname(path.dirname(folder)), { recursive: true }));

  it('is there for the next look, in another window too; what cannot be read is none', async () => {
    const [one, other] = [new LookMemory(folder), new LookMemory(folder)];
    assert.equal(await one.read(), undefined);
    const made = await one.turn(async (before) => ({ memory: { seen: 1, before: before === undefined }, result: 'done' }));
    assert.deepEqual(made, { result: 'done', stamp: await other.stamp() });
    assert.deepEqual(await other.read(), { seen: 1, before: true });
    assert.deepEqual((await other.turn(async (before) => ({ memory: undefined, result: before })))?.result, { seen: 1, before: true });
    writeFileSync(path.join(folder, 'memory.json'), '{"seen": 1,');
    assert.equal(await one.read(), undefined);
    assert.equal((await one.turn(async (before) => ({ memory: { seen: 2 }, result: before })))?.result, undefined);
    assert.deepEqual(await other.read(), { seen: 2 });
  });

  it('one window looks at a time; the other is told so and does not wait for long', async () => {
    const [one, other] = [new LookMemory(folder), new LookMemory(folder)];
    let end = (): void => undefined;
    let looking: Promise<Turn<string> | undefined> = Promise.resolve(undefined);
    await new Promise<void>((begun) => {
      looking = one.turn(async () => {
        begun();
        await new Promise<void>((resolve) => (end = resolve));
        return { memory: { seen: 1 }, result: 'first' };
      });
    });
    assert.equal(await other.turn(async () => ({ memory: { seen: 2 }, result: 'second' })), undefined);
    end();
    assert.equal((await looking)?.result, 'first');
    assert.equal((await other.turn(async () => ({ memory: { seen: 3 }, result: 'third' })))?.result, 'third');
    assert.deepEqual(await one.read(), { seen: 3 });
  });

  it('a look that fails leaves what there was, and the lock is free', async () => {
    const memory = new LookMemory(folder);
    await memory.turn(async () => ({ memory: { seen: 1 }, result: true }));
    await assert.rejects(memory.turn(() => Promise.reject(new Error('no'))), /no/);
    assert.deepEqual(await memory.read(), { seen: 1 });
    assert.equal((await memory.turn(async () => ({ memory: undefined, result: true })))?.result, true);
  });
});
