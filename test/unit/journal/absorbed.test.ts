import assert from 'node:assert/strict';
import fc from 'fast-check';
import { absorb, absorbedAmong, release } from '../../../src/core/journal/absorbed';
import { incident } from './sample';

const AT = '2026-12-01T08:00:00Z';
const IDS = ['a1', 'b2', 'c3', 'd4', 'e5'] as const;

describe('records that were joined with others', () => {
  it('are not listed while the other is there, and are listed again where it is gone', () => {
    const [a, b] = [incident('a1'), absorb(incident('b2'), { into: 'a1', at: AT })];
    assert.deepEqual(absorbedAmong([a, b]), new Set(['b2']));
    assert.deepEqual(absorbedAmong([b]), new Set());
    assert.deepEqual(release(b), incident('b2'));
    assert.equal(release(a), a);
  });

  it('in any tangle, also one that two machines made, each that is not listed has one in its place', () => {
    const into = fc.option(fc.constantFrom(...IDS, 'gone'), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(into, into, into, into, into), (marks) => {
        const records = IDS.map((id, at) => (marks[at] === undefined ? incident(id) : absorb(incident(id), { into: marks[at], at: AT })));
        const hidden = absorbedAmong(records);
        for (const id of hidden) {
          const way = new Set<string>();
          for (let next: string = id; hidden.has(next) && !way.has(next); next = records.find((each) => each.id === next)?.absorbed?.into ?? '') way.add(next);
          const reached = [...way].map((each) => records.find((record) => record.id === each)?.absorbed?.into ?? '');
          assert.ok(reached.some((each) => records.some((record) => record.id === each) && !hidden.has(each)), `${id} has nothing in its place`);
        }
        assert.deepEqual(absorbedAmong(records.toReversed()), hidden);
      }),
      { numRuns: 2_000 },
    );
  });
});
