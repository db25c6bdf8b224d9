import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { arrangeIncident } from '../../../src/core/journal/arrange';
import { isDeleted, remove, restore } from '../../../src/core/journal/deletion';
import type { Incident } from '../../../src/core/journal/schema';
import { anyIncident } from './records';
import { incident } from './sample';

describe('deleting a record', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const at = '2026-12-01T08:00:00Z';

  it('hides it, and undo gives back what it was', () => {
    fc.assert(fc.property(anyIncident, (record) => {
      const before = restore(record);
      const deleted = remove(before, at, digest);
      assert.ok(isDeleted(deleted, digest));
      assert.deepEqual(restore(deleted), before);
      assert.ok(!isDeleted(restore(deleted), digest));
    }));
  });

  it('survives another order of keys and another formatting', () => {
    fc.assert(fc.property(anyIncident, (record) => assert.ok(isDeleted(arrangeIncident(remove(record, at, digest)), digest))));
  });

  it('is undone by an edit of the rest', () => {
    const deleted = remove(incident('a1'), at, digest);
    assert.ok(!isDeleted({ ...deleted, stakes: 'Orders' }, digest));
    assert.ok(!isDeleted({ ...deleted, unknown: 1 } as Incident, digest));
  });

  it('of a record that was purged is for ever', () => {
    assert.ok(isDeleted(incident('a1', { deleted: { at, was: '', purged: true } }), digest));
  });

  it('leaves a record that is not deleted as the same object', () => {
    const record = incident('a1');
    assert.equal(restore(record), record);
  });
});
