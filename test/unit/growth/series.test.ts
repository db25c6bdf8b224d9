import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Occasion } from '../../../src/core/growth/occasions';
import { seriesOf, type Series } from '../../../src/core/growth/series';

const rated = (...anchors: readonly number[]): Occasion[] => anchors.map((anchor) => ({ anchor, table: 1 }));
const anchor = fc.integer({ min: 1, max: 5 });

function series(occasions: readonly Occasion[]): Series {
  const result = seriesOf(occasions);
  assert.ok(result);
  return result;
}

describe('what may be said of a behaviour', () => {
  it('is nothing where it had no occasion', () => {
    assert.equal(seriesOf([]), undefined);
  });

  const table: [string, number[], Series['spread']][] = [
    ['5 occasions: too few', [1, 2, 3, 4, 5], undefined],
    ['6: the median is one act', [3, 3, 3, 2, 4, 3], { median: [3, 3], range: [2, 4] }],
    ['6: the median lies between two acts', [2, 3, 2, 3, 2, 3], { median: [2, 3], range: [2, 3] }],
    ['6: two acts that are not neighbours are not averaged', [1, 1, 1, 5, 5, 5], { median: [1, 5], range: [1, 5] }],
    ['7: the middle one', [5, 5, 5, 1, 1, 1, 2], { median: [2, 2], range: [1, 5] }],
    ['12: still median and range, nothing else', [1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5], { median: [1, 5], range: [1, 5] }],
  ];
  for (const [name, anchors, spread] of table) {
    it(name, () => assert.deepEqual(series(rated(...anchors)).spread, spread));
  }

  it('has a median that at least half reach from either side, made of acts that were rated', () => {
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 6, maxLength: 300 }), (anchors) => {
        const { spread } = series(rated(...anchors));
        assert.ok(spread);
        const [low, high] = spread.median;
        assert.ok(anchors.includes(low) && anchors.includes(high));
        assert.ok(anchors.filter((each) => each <= low).length * 2 >= anchors.length);
        assert.ok(anchors.filter((each) => each >= high).length * 2 >= anchors.length);
        assert.deepEqual(spread.range, [Math.min(...anchors), Math.max(...anchors)]);
      }),
    );
  });

  it('draws the newest hundred and counts all', () => {
    const anchors = Array.from({ length: 250 }, (_, at) => (at < 150 ? 1 : 4));
    const { count, anchors: drawn, spread, latest } = series(rated(...anchors));
    assert.equal(count, 250);
    assert.equal(drawn, '4'.repeat(100));
    assert.deepEqual(spread, { median: [1, 1], range: [1, 4] });
    assert.equal(latest, 4);
  });
});

describe('other anchors', () => {
  const both: Occasion[] = [...rated(1, 1, 1, 1, 1, 1, 1), ...[5, 5].map((each) => ({ anchor: each, table: 2 }))];

  it('start the counting again, behind a line', () => {
    const { count, earlier, anchors, breaks, spread, latest } = series(both);
    assert.deepEqual({ count, earlier, anchors, breaks, spread, latest }, { count: 2, earlier: 7, anchors: '111111155', breaks: [7], spread: undefined, latest: 5 });
  });

  it('are kept apart also where an old incident was rated late', () => {
    const interleaved: Occasion[] = [{ anchor: 5, table: 2 }, ...rated(1, 2), { anchor: 4, table: 2 }];
    const { anchors, breaks } = series(interleaved);
    assert.deepEqual({ anchors, breaks }, { anchors: '1254', breaks: [2] });
  });

  it('never enter the median of the newest', () => {
    fc.assert(
      fc.property(fc.array(anchor, { maxLength: 30 }), fc.array(anchor, { minLength: 1, maxLength: 30 }), (before, after) => {
        const later = after.map((each) => ({ anchor: each, table: 2 }));
        const [mixed, alone] = [series([...rated(...before), ...later]), series(later)];
        assert.deepEqual([mixed.count, mixed.spread, mixed.latest], [alone.count, alone.spread, alone.latest]);
        assert.equal(mixed.earlier, before.length);
      }),
    );
  });
});

describe('a rating seen otherwise today', () => {
  it('stands below its original and is not counted', () => {
    const changed: Occasion[] = [...rated(3, 3, 3), { anchor: 3, table: 1, today: 5 }, ...rated(3, 3)];
    const { count, anchors, today, spread, latest } = series(changed);
    assert.deepEqual({ count, anchors, today, latest }, { count: 6, anchors: '333333', today: '000500', latest: 3 });
    assert.deepEqual(spread, { median: [3, 3], range: [3, 3] });
  });

  it('is absent where nothing changed', () => {
    assert.equal(series(rated(1, 2)).today, undefined);
  });
});
