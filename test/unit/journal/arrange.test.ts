import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrangeIncident, arrangePeople } from '../../../src/core/journal/arrange';
import type { Incident } from '../../../src/core/journal/schema';
import { anyIncident, plainIncident } from './records';
import { incident } from './sample';
import type { Json } from './records';

/** The same value whatever the order of its keys and of its lists. */
function unordered(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${unordered(each)}`).sort().join()}}`;
}

/** The same value with the keys of every object and the entries of every list with ids turned round. */
function turnedRound(value: Json): Json {
  if (Array.isArray(value)) return withIds(value) ? value.map(turnedRound).reverse() : value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, turnedRound(each)]));
}

const withIds = (list: readonly Json[]): boolean => list.every((each) => typeof each === 'object' && each !== null && 'id' in each);

describe('arranging a record', () => {
  const at = (minute: number) => `2026-11-24T09:${minute}:00Z`;

  it('puts keys in the order of the schema, unknown ones after them', () => {
    const record = { zebra: 1, window: { end: at(50), note: 'x', start: at(10) }, id: 'a1', title: 'T', format: 1 } as unknown as Incident;
    assert.deepEqual(JSON.stringify(arrangeIncident(record)), JSON.stringify({ format: 1, id: 'a1', title: 'T', window: { start: at(10), end: at(50), note: 'x' }, zebra: 1 }));
  });

  it('puts lists with ids in the order of time, then of ids, and leaves other lists alone', () => {
    const note = (id: string, minute: number) => ({ id, at: at(minute), text: id });
    const record = incident('a1', { incidentNotes: [note('c3', 30), note('b2', 10), note('a1', 30)], tags: ['z', 'a'] });
    const arranged = arrangeIncident(record);
    assert.deepEqual(arranged.incidentNotes?.map(({ id }) => id), ['b2', 'a1', 'c3']);
    assert.deepEqual(arranged.tags, ['z', 'a']);
  });

  it('leaves out what has no value: absent, not null', () => {
    const record = { ...incident('a1'), stakes: undefined } as unknown as Incident;
    assert.deepEqual(Object.keys(arrangeIncident(record)), ['format', 'id', 'title', 'window']);
  });

  it('arranges people, too', () => {
    const people = arrangePeople({ people: [{ name: 'Bo', id: 'p-2' }, { id: 'p-1', name: 'Ada' }], format: 1 });
    assert.equal(JSON.stringify(people), '{"format":1,"people":[{"id":"p-1","name":"Ada"},{"id":"p-2","name":"Bo"}]}');
  });

  it('loses nothing, and the second time changes nothing', () => {
    fc.assert(fc.property(anyIncident, (record) => {
      const arranged = arrangeIncident(record);
      assert.equal(unordered(arranged as unknown as Json), unordered(record as unknown as Json));
      assert.equal(arrangeIncident(arranged), arranged, 'the same object where nothing would change');
    }));
  });

  it('gives the same bytes whatever the order was', () => {
    fc.assert(fc.property(plainIncident, (record) => {
      // Free dictionaries and free values have no order to be brought into.
      const one = JSON.parse(JSON.stringify(record)) as { clashes?: Json; reflection?: { answers?: Json } };
      delete one.clashes;
      delete one.reflection?.answers;
      const bytes = (value: Json) => JSON.stringify(arrangeIncident(value as unknown as Incident));
      assert.equal(bytes(turnedRound(one as Json)), bytes(one as Json));
    }));
  });
});
