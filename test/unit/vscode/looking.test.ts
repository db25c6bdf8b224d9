import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Claim } from '../../../src/core/journal/schema';
import type { PullSource } from '../../../src/sources/incidentSource';
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
});
