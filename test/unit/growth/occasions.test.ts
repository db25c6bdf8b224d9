import assert from 'node:assert/strict';
import { collectOccasions } from '../../../src/core/growth/occasions';
import type { Incident, Rating } from '../../../src/core/journal/schema';
import { finished, iso, NOW, waiting, withRatings } from './records';

const anchorsOf = (records: readonly Incident[], kind: 'real' | 'drill' | 'shadow' = 'real'): number[] => collectOccasions(records).of('C1', kind).map(({ anchor }) => anchor);

/** A later rating of the same behaviour in the same reflection, some days after it was finished. */
const again = (anchor: Rating['anchor'], more: Partial<Rating> = {}): Rating => ({ id: 'again', at: iso(NOW), behaviour: 'C1', table: 1, ...(anchor !== undefined && { anchor }), ...more });

describe('the occasions of a behaviour', () => {
  it('come from the earliest incident on, whatever the order of the records', () => {
    assert.deepEqual(anchorsOf([finished('b', 2, 2), finished('a', 1, 3), finished('c', 3, 1)]), [1, 2, 3]);
  });

  it('are of finished reflections only: no draft, no false alarm, nothing that waits', () => {
    const { reflection, ...rest } = finished('draft', 2, 5);
    assert.ok(reflection);
    const { finished: ended, ...draft } = reflection;
    assert.ok(ended);
    const records = [{ ...rest, reflection: draft }, finished('alarm', 2, 5, { cancelled: iso(NOW) }), waiting('waits')];
    assert.deepEqual(anchorsOf(records), []);
    assert.deepEqual(collectOccasions(records).reflections, { real: 0, drill: 0, shadow: 0 });
  });

  it('are never a number where there was no occasion, or none was given', () => {
    const records = [finished('a', 2, 'no-occasion'), finished('b', 1, undefined), finished('c', 1, 4)];
    assert.deepEqual(anchorsOf(records), [4]);
    assert.equal(collectOccasions(records).reflections.real, 3);
  });

  it('are kept apart for real, drill and shadow; what was not said was real', () => {
    const { kind, ...unsaid } = finished('d', 1, 4);
    assert.equal(kind, 'real');
    const records = [finished('a', 4, 1), finished('b', 3, 2, { kind: 'drill' }), finished('c', 2, 3, { kind: 'shadow' }), unsaid];
    assert.deepEqual([anchorsOf(records), anchorsOf(records, 'drill'), anchorsOf(records, 'shadow')], [[1, 4], [2], [3]]);
    assert.deepEqual(collectOccasions(records).reflections, { real: 2, drill: 1, shadow: 1 });
  });
});

describe('a later rating in a finished reflection', () => {
  const occasion = (ratings: readonly Rating[], first: Rating['anchor']): unknown => {
    const [only, ...others] = collectOccasions([withRatings(finished('a', 9, first), ratings)]).of('C1', 'real');
    assert.deepEqual(others, []);
    return only;
  };

  const table: [string, readonly Rating[], Rating['anchor'], unknown][] = [
    ['stands beside the original', [again(5)], 3, { anchor: 3, table: 1, today: 5 }],
    ['is the newest of several', [again(5), again(4, { id: 'later', at: iso(NOW + 1000) })], 3, { anchor: 3, table: 1, today: 4 }],
    ['is nothing new where it is the same', [again(3)], 3, { anchor: 3, table: 1 }],
    ['under other anchors is not comparable, so it is left', [again(5, { table: 2 })], 3, { anchor: 3, table: 1 }],
    ['that takes the occasion back leaves the original', [again('no-occasion')], 3, { anchor: 3, table: 1 }],
    ['is the first where nothing was rated before', [again(4)], undefined, { anchor: 4, table: 1 }],
    ['is the first where there was no occasion before', [again(4)], 'no-occasion', { anchor: 4, table: 1 }],
  ];
  for (const [name, ratings, first, expected] of table) {
    it(name, () => assert.deepEqual(occasion(ratings, first), expected));
  }

  it('before finishing, the newest stands (two machines may both have rated)', () => {
    const before = again(2, { at: iso(NOW - 9 * 86_400_000 + 2.5 * 3_600_000) });
    assert.deepEqual(occasion([before], 3), { anchor: 2, table: 1 });
  });
});
