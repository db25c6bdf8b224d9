import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Claim } from '../../../src/core/journal/schema';
import type { PullSource } from '../../../src/sources/incidentSource';
import { LookMemory } from '../../../src/store/lookMemory';
import { Looking } from '../../../src/vscode/found/looking';
import { until } from '../../ui/harness/until';

describe('a source in two windows', () => {
  let storage: string;
  beforeEach(() => (storage = mkdtempSync(path.join(tmpdir(), 'looking-'))));
  afterEach(() => rmSync(storage, { recursive: true }));

  it('is looked at by one of them when something happens; the other takes over what it saw, and the looking when the first is gone', async () => {
    const looks: string[] = [];
    const claims: Claim[] = [];
    const looking = (window: string, isFront: () => boolean): Looking => {
      const source: PullSource = {
        id: 'test', label: 'Test', cost: 'local', kind: 'pull',
        pull: async () => (looks.push(window), { ok: true, claims: [...claims], next: looks.length, open: false, problems: [] }),
      };
      return new Looking({ source, about: '/folder', storage, saysAll: true, window, inFront: async () => isFront(), changed: () => undefined, lookAnew: () => undefined });
    };
    let front = 'one';
    const [one, two] = [looking('one', () => front === 'one'), looking('two', () => front === 'two')];
    await one.look(true);
    await two.look(true);
    assert.deepEqual(looks, ['one', 'two'], 'each at its start: it may have missed something');
    const happens = async (ref: string): Promise<void> => {
      claims.push({ id: ref, source: 'test', ref, seen: '2026-05-14T14:00:00Z', start: '2026-05-14T14:00:00Z' });
      await Promise.all([one.look(), two.look()]);
    };
    await happens('first');
    assert.deepEqual([looks.slice(2), one.isMine, two.isMine], [['one'], true, false]);
    await until('the other to know', () => two.claims.length === 1);
    front = 'two';
    await two.takeLease();
    await happens('second');
    assert.deepEqual(looks.slice(3), ['two'], 'the one that came to the front looks');
    front = 'none';
    two.dispose();
    const before = looks.length;
    claims.push({ id: 'third', source: 'test', ref: 'third', seen: '2026-05-14T14:00:00Z', start: '2026-05-14T14:00:00Z' });
    await one.look();
    assert.deepEqual([looks.slice(before), one.claims.length, one.memory?.looks], [['one'], 3, looks.length]);
    one.dispose();
  });

  it('what is to be remembered waits for a look that is going on, in whatever window', async () => {
    let end = (): void => undefined;
    const looked = new Promise<void>((resolve) => (end = resolve));
    const looking = (window: string, pull: () => Promise<void>): Looking => {
      const source: PullSource = { id: 'test', label: 'Test', cost: 'local', kind: 'pull', pull: () => pull().then(() => ({ ok: true, claims: [], next: 'seen', open: false, problems: [] })) };
      return new Looking({ source, about: '/folder', storage, saysAll: true, window, inFront: async () => true, changed: () => undefined, lookAnew: () => undefined });
    };
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const [one, two] = [looking('one', () => (begin(), looked)), looking('two', async () => undefined)];
    const look = one.look(true);
    await begun;
    const changed = two.change((memory) => ({ ...memory, cursor: `${String(memory.cursor)}, and changed` }));
    const later = new LookMemory(path.join(storage, readdirSync(storage)[0] ?? ''));
    assert.equal(await later.turn(async () => ({ memory: undefined, result: true })), undefined, 'whoever began to wait later gave up by now');
    end();
    await Promise.all([look, changed]);
    assert.equal(two.memory?.cursor, 'seen, and changed');
    await until('the first to know', () => one.memory?.cursor === 'seen, and changed');
    one.dispose();
    two.dispose();
  });
});
