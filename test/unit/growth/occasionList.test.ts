import assert from 'node:assert/strict';
import fc from 'fast-check';
import { occasionList, type OccasionList } from '../../../src/core/growth/occasionList';
import { collectOccasions } from '../../../src/core/growth/occasions';
import { inPeriod } from '../../../src/core/growth/period';
import type { Scope } from '../../../src/core/growth/scope';
import { behaviour, BEHAVIOUR_TABLE } from '../../../src/core/reflection/behaviours';
import type { Incident } from '../../../src/core/journal/schema';
import { KINDS, NO_OCCASION } from '../../../src/core/journal/values';
import { finished, iso, journals, LOCALE, NOW, waiting, withRatings } from './records';

const ALL: Scope = { kind: 'real', period: 'all' };
const list = (records: readonly Incident[], scope = ALL, from = 0): OccasionList | undefined => occasionList(records, scope, { behaviour: 'C1', from }, LOCALE, NOW);
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const many = (count: number, more: Partial<Incident> = {}, evidence = ''): Incident[] => Array.from({ length: count }, (_, at) => finished(`m-${at}`, count - at, 3, more, { evidence }));

describe('the occasions that a strip opens', () => {
  it('are none where the behaviour had none', () => {
    assert.equal(list([]), undefined);
    assert.equal(list([waiting('one'), finished('none', 2, NO_OCCASION), finished('other', 2, 4, {}, { behaviour: 'C2' })]), undefined);
  });

  it('say when, what it was called, the act, and what shows it; newest first', () => {
    const shown = list([finished('old', 400, 2, { title: 'Search lag' }), finished('new', 3, 4, {}, { evidence: ' Said it aloud. ' })]);
    assert.deepEqual(shown?.lines, [
      { incident: 'new', title: 'Incident new', day: '11 May', anchor: 4, evidence: 'Said it aloud.' },
      { incident: 'old', title: 'Search lag', day: '9 April 2025', anchor: 2 },
    ]);
    assert.deepEqual([shown.acts, shown.total, shown.from], [behaviour('C1')?.anchors, 2, 0]);
  });

  it('keep the rating that stood, with how it is seen today beside it, and say where the wording was another', () => {
    const again = withRatings(finished('again', 5, 2, {}, { evidence: 'First.' }), [{ id: 'r-2', at: iso(NOW), behaviour: 'C1', table: 1, anchor: 4, evidence: 'Later.' }]);
    const other = finished('other', 9, 5, {}, { table: BEHAVIOUR_TABLE + 1 });
    assert.deepEqual(list([again, other])?.lines.map(({ incident, anchor, today, isOtherWording, evidence }) => [incident, anchor, today, isOtherWording, evidence]), [
      ['again', 2, 4, undefined, 'First.'],
      ['other', 5, undefined, true, undefined],
    ]);
  });

  it('are as many as the strip counts, of the same kind and period', () => {
    const periods = fc.constantFrom<Scope['period']>('all', 'year', 'twelveMonths', '2026-04');
    fc.assert(
      fc.property(journals, fc.constantFrom(...KINDS), periods, (records, kind, period) => {
        const counted = collectOccasions(inPeriod(records, period, LOCALE.zone, NOW)).of('C1', kind);
        const shown = list(records, { kind, period });
        assert.equal(shown?.total ?? 0, counted.length);
        if (counted.length > 0 && counted.length <= 24) assert.deepEqual(shown?.lines.map(({ anchor }) => anchor).sort(), counted.map(({ anchor }) => anchor).sort());
      }),
    );
  });

  it('come 24 at a time, and every one is reached', () => {
    const records = many(60);
    const [first, second, third] = [list(records), list(records, ALL, 24), list(records, ALL, 48)];
    assert.deepEqual([first, second, third].map((each) => [each?.from, each?.lines.length, each?.total]), [[0, 24, 60], [24, 24, 60], [48, 12, 60]]);
    const seen = [first, second, third].flatMap((each) => each?.lines.map(({ incident }) => incident) ?? []);
    assert.deepEqual(seen, records.map(({ id }) => id).reverse());
    assert.equal(list(many(10), ALL, 48)?.from, 0, 'some are gone since');
  });

  it('take at most 16 KB, whatever was written; what has no room comes next', () => {
    const long = '渋'.repeat(5_000);
    const records = many(300, { title: long }, long);
    let from = 0;
    for (let pages = 0; from < 300; pages++) {
      const shown = list(records, ALL, from);
      assert.ok(shown && shown.lines.length > 0 && bytes(shown) <= 16_384, `${bytes(shown)} bytes`);
      assert.ok(pages < 300);
      from += shown.lines.length;
    }
  });
});
