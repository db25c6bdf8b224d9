import assert from 'node:assert/strict';
import { duePromises, makePromise, openPromises, promisedAt, settlePromise, takeBackPromise } from '../../../src/core/plan/promise';
import type { Incident } from '../../../src/core/journal/schema';
import { iso, waiting } from '../growth/records';

const DAY = 86_400_000;
const ZONE = 'Europe/Berlin';
/** 01:00 on the 15th in the zone. */
const FINISHED = Date.parse('2026-05-14T23:00:00Z');
type Given = NonNullable<Incident['promises']>[number];

const given = (id: string, more: Partial<Given> = {}): Given => ({ id, text: `Promise ${id}`, state: 'open', ...more });
const record = (promises: readonly Given[], more: Partial<Incident> = {}): Incident =>
  waiting('a', { promises, reflection: { path: 'short', started: iso(FINISHED), finished: iso(FINISHED) }, ...more });
const due = (records: readonly Incident[], now: number): string[] => duePromises(records, ZONE, now).map(({ promise }) => promise.id);

describe('a promise', () => {
  it('without a day can be checked from the next day on, in the lead’s zone', () => {
    assert.deepEqual(due([record([given('p')])], FINISHED + 22 * 3_600_000), []);
    assert.deepEqual(due([record([given('p')])], FINISHED + 23 * 3_600_000), ['p']);
  });

  it('with a day can be checked from that day on', () => {
    const promised = [record([given('p', { due: '2026-05-20' })])];
    assert.deepEqual(due(promised, Date.parse('2026-05-19T21:59:00Z')), []);
    assert.deepEqual(due(promised, Date.parse('2026-05-19T22:00:00Z')), ['p']);
  });

  it('that was kept or dropped, of a draft or of a false alarm is not asked about', () => {
    const draft = waiting('draft', { promises: [given('p')] });
    const records = [record([given('p', { state: 'kept' }), given('q', { state: 'dropped' })]), draft, record([given('p')], { cancelled: iso(FINISHED) })];
    assert.deepEqual(due(records, FINISHED + 99 * DAY), []);
  });

  it('that is due longest comes first', () => {
    assert.deepEqual(due([record([given('late', { due: '2026-05-20' }), given('early', { due: '2026-05-02' })])], FINISHED + 9 * DAY), ['early', 'late']);
  });

  it('is made after an incident, and taken back: out of a draft; after that it is dropped', () => {
    const step = { now: iso(FINISHED), newId: () => 'made1' };
    const made = makePromise(record([]), { text: 'A page', kind: 'runbook', sign: { kind: 'path', path: 'docs/pool.md' } }, step);
    assert.deepEqual(made.promises, [{ id: 'made1', text: 'A page', kind: 'runbook', made: iso(FINISHED), sign: { kind: 'path', path: 'docs/pool.md' }, state: 'open' }]);
    assert.equal(takeBackPromise(made, 'made1').promises?.[0]?.state, 'dropped');
    const draft = makePromise(waiting('draft'), { text: 'A page' }, step);
    assert.equal('promises' in takeBackPromise(draft, 'made1'), false);
    assert.equal(takeBackPromise(draft, 'x'), draft);
    assert.deepEqual([promisedAt({ incident: made, promise: made.promises![0]! }), promisedAt({ incident: record([]), promise: given('p') })], [iso(FINISHED), iso(FINISHED)]);
  });

  it('is listed while it is open: what is due first, then the newest', () => {
    const records = [record([given('old', { made: iso(1) }), given('new', { made: iso(2) }), given('due', { due: '2026-05-20' }), given('kept', { state: 'kept' })]), record([given('alarm')], { cancelled: iso(FINISHED) })];
    assert.deepEqual(openPromises(records).map(({ promise }) => promise.id), ['due', 'new', 'old']);
  });

  it('is settled, and nothing else; an unknown one changes nothing', () => {
    const before = record([given('p', { check: 'a test' }), given('q')]);
    assert.deepEqual(settlePromise(before, 'p', 'kept').promises, [given('p', { check: 'a test', state: 'kept' }), given('q')]);
    assert.equal(settlePromise(before, 'x', 'kept'), before);
    assert.equal(settlePromise(before, 'p', 'open'), before);
  });
});
