import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Incident } from '../../../src/core/journal/schema';
import { anyIncident, json, mutated } from '../journal/records';
import { incident } from '../journal/sample';
import type { Json } from '../journal/records';
import { ID, leftovers, setStakes, workspace } from './journalFolder';

/** The same text for the same content, whatever the order of keys and of lists. */
function content(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(content).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${content(each)}`).sort().join()}}`;
}

describe('files that this version did not write', function () {
  this.timeout(60_000);
  const { folder, path, put, withOne } = workspace();
  const onDisk = () => JSON.parse(readFileSync(path(), 'utf8')) as Json;

  it('keep every field that this version does not know, at every level, through a save', async () => {
    const journal = await withOne();
    await fc.assert(fc.asyncProperty(anyIncident, async (any) => {
      const record = { ...any, id: ID };
      put(JSON.stringify(record));
      const saved = await journal.update(ID, setStakes('Orders'));
      assert.ok(saved.ok, JSON.stringify(saved));
      assert.equal(content(onDisk()), content({ ...record, stakes: 'Orders' } as unknown as Json));
    }), { numRuns: 60 });
  });

  it('of any newer format can be read, and never change', async () => {
    const journal = await withOne();
    await fc.assert(fc.asyncProperty(anyIncident.chain((record) => mutated(record as unknown as Json)), fc.integer({ min: 2 }), async (any, format) => {
      const text = JSON.stringify({ ...(any as object), format, id: ID });
      put(text);
      const refusal = await journal.update(ID, setStakes('Orders'));
      assert.equal(!refusal.ok && refusal.code, 'newer');
      assert.equal(readFileSync(path(), 'utf8'), text);
    }), { numRuns: 30 });
  });

  it('of any bytes are read or refused, and refused bytes never change', async () => {
    const journal = await withOne();
    const almost = anyIncident.chain((record) => {
      const text = JSON.stringify({ ...record, id: ID });
      return fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 4 })).map(([at, gone, more]) => Buffer.from(text.slice(0, at) + more + text.slice(at + gone)));
    });
    const wrong = anyIncident.chain((record) => mutated({ ...record, id: ID } as unknown as Json)).map((value) => Buffer.from(JSON.stringify(value)));
    const seen = { refused: 0, saved: 0 };
    await fc.assert(fc.asyncProperty(fc.oneof(almost, wrong, fc.uint8Array(), json.map((value) => Buffer.from(JSON.stringify(value)))), async (bytes) => {
      put(Buffer.from(bytes));
      const outcome = await journal.update(ID, setStakes('Orders'));
      seen[outcome.ok ? 'saved' : 'refused']++;
      const after = readFileSync(path());
      if (!outcome.ok) assert.deepEqual(after, Buffer.from(bytes), outcome.reason);
      else assert.equal((JSON.parse(after.toString()) as Incident).stakes, 'Orders');
      put(`${JSON.stringify(incident(ID), null, 2)}\n`);
      await journal.refresh([path()]);
    }), { numRuns: 100 });
    assert.ok(seen.refused > 10 && seen.saved > 5, JSON.stringify(seen));
    assert.deepEqual(leftovers(folder.path()), []);
  });
});
