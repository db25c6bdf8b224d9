import assert from 'node:assert/strict';
import type { Incident, Rating } from '../../../src/core/journal/schema';
import { BEHAVIOUR_TABLE, behaviour, behaviours, behavioursAskedIn, familyName } from '../../../src/core/reflection/behaviours';
import { anchorOf, behavioursToRate, pick, rate, rateEvidence, ratingOf } from '../../../src/core/reflection/ratings';
import { draft, finished, incident, rating, step } from './records';

const OTHER_TABLE = BEHAVIOUR_TABLE + 1;
const ratingsOf = (record: Incident): readonly Rating[] => record.reflection?.ratings ?? [];
const acts = (record: Incident): readonly unknown[] => ratingsOf(record).map(({ behaviour: id, anchor }) => [id, anchor]);

describe('the table of behaviours', () => {
  it('has twelve, with five acts each, all different', () => {
    const rows = behaviours();
    assert.deepEqual(rows.map(({ id }) => id), ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'T1', 'T2', 'T3', 'T4', 'W1', 'W2']);
    assert.equal(new Set(rows.map(({ name }) => name)).size, 12);
    assert.equal(new Set(rows.flatMap(({ anchors }) => anchors)).size, 60);
    assert.ok(rows.every(({ name, anchors }) => name.trim() !== '' && anchors.every((words) => words.trim() !== '')));
    assert.ok(rows.every(({ family }) => familyName(family) !== ''));
  });

  it('finds one by its id, and none by another', () => {
    assert.equal(behaviour('T3')?.name, 'See and credit contributions');
    assert.equal(behaviour('T9'), undefined);
    assert.equal(behaviour(undefined), undefined);
  });

  it('asks about no team where the lead only watched', () => {
    assert.deepEqual(behavioursAskedIn('shadow').map(({ id }) => id), ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'W1', 'W2']);
    for (const kind of ['real', 'drill', undefined] as const) assert.equal(behavioursAskedIn(kind).length, 12);
  });
});

describe('what is rated', () => {
  const table: readonly (readonly [what: string, record: Incident, rated: readonly [string | undefined, string | undefined]])[] = [
    ['nothing without a reflection', incident(), [undefined, undefined]],
    ['nothing guessed', draft(), [undefined, undefined]],
    ['both guesses', draft({ guess: { best: 'C1', costly: 'C5' } }), ['C1', 'C5']],
    ['one guess', draft({ guess: { costly: 'C5' } }), [undefined, 'C5']],
    ['one guess, one pick', draft({ guess: { costly: 'C5' }, picked: ['W1'] }), ['W1', 'C5']],
    ['two picks', draft({ picked: ['W1', 'C2'] }), ['W1', 'C2']],
    ['two picks of three', draft({ picked: ['W1', 'C2', 'C3'] }), ['W1', 'C2']],
    ['a pick that is a guess too', draft({ guess: { best: 'C1' }, picked: ['C1', 'C2'] }), ['C1', 'C2']],
    ['the same pick twice', draft({ picked: ['C1', 'C1'] }), ['C1', undefined]],
    ['the same guess twice, as a hand edit can have it', draft({ guess: { best: 'C1', costly: 'C1' } }), ['C1', undefined]],
    ['a behaviour of another version', draft({ guess: { best: 'X9', costly: 'C5' }, picked: ['C2'] }), ['C2', 'C5']],
    ['no team while shadowing', draft({ guess: { best: 'T1', costly: 'T2' }, picked: ['T3', 'C2'] }, { kind: 'shadow' }), ['C2', undefined]],
  ];
  for (const [what, record, rated] of table) it(`${what}: ${rated.map((id) => id ?? 'open').join(', ')}`, () => assert.deepEqual(behavioursToRate(record), rated));

  it('is picked in order, once each, two at most, and put back', () => {
    const two = pick(pick(draft(), 'W1', true, step()), 'C2', true, step());
    assert.deepEqual(two.reflection?.picked, ['W1', 'C2']);
    assert.equal(pick(two, 'W1', true, step()), two);
    assert.equal(pick(two, 'C3', true, step()), two);
    const one = pick(two, 'W1', false, step());
    assert.deepEqual(one.reflection?.picked, ['C2']);
    assert.equal(pick(one, 'W1', false, step()), one);
    assert.deepEqual(pick(one, 'C2', false, step()), draft());
  });

  it('is one of the behaviours that are asked about, and no third beside a guess and a pick', () => {
    const shadow = draft({}, { kind: 'shadow' });
    assert.equal(pick(shadow, 'T1', true, step()), shadow);
    const unknown = draft();
    assert.equal(pick(unknown, 'C9', true, step()), unknown);
    const full = draft({ guess: { best: 'C1' }, picked: ['C2'] });
    assert.equal(pick(full, 'C3', true, step()), full);
  });

  it('keeps what was noted about a behaviour that was put back', () => {
    const noted = rateEvidence(pick(draft(), 'W1', true, step()), 'W1', 'I asked Mei', step());
    assert.equal(ratingOf(pick(noted, 'W1', false, step()), 'W1')?.evidence, 'I asked Mei');
  });

  it('begins the reflection where there is none', () => {
    assert.deepEqual(pick(incident(), 'C1', true, step('18:01')).reflection, { path: 'short', started: '2026-05-14T18:01:00.000Z', picked: ['C1'] });
  });

  it('after Finish keeps what was picked before', () => {
    const changed = pick(finished({ picked: ['W1', 'C2'] }), 'W1', false, step('19:05', '19:00'));
    assert.deepEqual(changed.reflection?.revisions?.map(({ field, before }) => [field, before]), [['picked', 'W1, C2']]);
  });
});

describe('a rating', () => {
  it('is one entry while the reflection is a draft, whatever comes first', () => {
    const noted = rateEvidence(draft(), 'C1', 'I said it', step('18:05'));
    const rated = rate(noted, 'C1', 3, step('18:06'));
    assert.deepEqual(ratingsOf(rated).map(({ at, table, anchor, evidence }) => [at, table, anchor, evidence]), [['2026-05-14T18:05:00.000Z', BEHAVIOUR_TABLE, 3, 'I said it']]);
    assert.deepEqual(acts(rate(rated, 'C1', 4, step())), [['C1', 4]]);
    assert.deepEqual(acts(rate(rated, 'C1', 'no-occasion', step())), [['C1', 'no-occasion']]);
    const back = rate(rated, 'C1', undefined, step());
    assert.ok(!('anchor' in ratingsOf(back)[0]!));
    assert.equal(ratingsOf(back)[0]!.evidence, 'I said it');
  });

  it('that says nothing is not stored', () => {
    const record = draft();
    assert.equal(rate(record, 'C1', undefined, step()), record);
    assert.equal(rateEvidence(record, 'C1', '', step()), record);
  });

  it('given twice is given once', () => {
    const rated = rate(draft(), 'C1', 3, step());
    assert.equal(rate(rated, 'C1', 3, step()), rated);
  });

  it('leaves the other behaviours alone', () => {
    const rated = rate(rate(draft(), 'C1', 3, step()), 'C5', 2, step());
    assert.deepEqual(acts(rate(rated, 'C1', 1, step())), [['C1', 1], ['C5', 2]]);
  });

  it('begins the reflection where there is none', () => assert.deepEqual(acts(rate(incident(), 'C1', 3, step())), [['C1', 3]]));
});

describe('a rating after Finish', () => {
  const original = rating('C1', { anchor: 3, evidence: 'I said it' });
  const done = finished({ ratings: [original] });

  it('stands beside the original, which stays as it was', () => {
    const again = rate(done, 'C1', 4, step('19:05', '19:00'));
    assert.equal(ratingsOf(again)[0], original);
    assert.deepEqual(acts(again), [['C1', 3], ['C1', 4]]);
    assert.equal(ratingsOf(again)[1]!.at, '2026-05-14T19:05:00.000Z');
    assert.equal(ratingsOf(again)[1]!.evidence, 'I said it');
    assert.notEqual(ratingsOf(again)[1]!.id, original.id);
  });

  it('is one more per session, not per key', () => {
    const session = [1, 2, 5].reduce((record, anchor) => rate(record, 'C1', anchor as 1 | 2 | 5, step('19:05', '19:00')), done);
    assert.deepEqual(acts(session), [['C1', 3], ['C1', 5]]);
    const tomorrow = rate(session, 'C1', 2, step('20:05', '20:00'));
    assert.deepEqual(acts(tomorrow), [['C1', 3], ['C1', 5], ['C1', 2]]);
  });

  it('stands beside the original in the same panel too', () => {
    assert.deepEqual(acts(rate(done, 'C1', 4, step('18:12', '18:00'))), [['C1', 3], ['C1', 4]]);
  });

  it('that was made in the very moment of Finish is part of it', () => {
    const sharp = finished({ ratings: [{ ...original, at: '2026-05-14T18:10:00Z' }] });
    assert.deepEqual(acts(rate(sharp, 'C1', 4, step('18:12', '18:00'))), [['C1', 3], ['C1', 4]]);
  });

  it('that says the same is none', () => assert.equal(rate(done, 'C1', 3, step('19:05', '19:00')), done));

  it('keeps the example as it was, and the new one', () => {
    const again = rateEvidence(done, 'C1', 'I wrote it', step('19:05', '19:00'));
    assert.deepEqual(ratingsOf(again).map(({ evidence, anchor }) => [evidence, anchor]), [['I said it', 3], ['I wrote it', 3]]);
  });

  it('of a behaviour that was not rated then is a first one', () => {
    assert.deepEqual(acts(rate(done, 'C5', 2, step('19:05', '19:00'))), [['C1', 3], ['C5', 2]]);
  });
});

describe('a rating in another table', () => {
  const old = rating('C1', { table: OTHER_TABLE, anchor: 3, evidence: 'I said it' });

  it('shows no act, for the words were others', () => {
    assert.equal(anchorOf(draft({ ratings: [old] }), 'C1'), undefined);
    assert.equal(anchorOf(draft({ ratings: [{ ...old, anchor: 'no-occasion' }] }), 'C1'), 'no-occasion');
    assert.equal(anchorOf(draft({ ratings: [{ ...old, table: BEHAVIOUR_TABLE }] }), 'C1'), 3);
  });

  it('stays, and one in this table stands beside it, with no act taken over', () => {
    const noted = rateEvidence(draft({ ratings: [old] }), 'C1', 'I wrote it', step());
    assert.equal(ratingsOf(noted)[0], old);
    assert.equal(ratingsOf(noted)[1]!.table, BEHAVIOUR_TABLE);
    assert.ok(!('anchor' in ratingsOf(noted)[1]!));
    const rated = rate(draft({ ratings: [old] }), 'C1', 3, step());
    assert.deepEqual(ratingsOf(rated).map(({ table, anchor, evidence }) => [table, anchor, evidence]), [[OTHER_TABLE, 3, 'I said it'], [BEHAVIOUR_TABLE, 3, 'I said it']]);
  });
});
