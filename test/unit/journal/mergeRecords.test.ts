import assert from 'node:assert/strict';
import { mergeRecords } from '../../../src/core/journal/mergeRecords';
import { mergeVersions } from '../../../src/core/journal/mergeValue';
import { seen, times } from '../../torture/row';
import { findFaults, mergeFaults } from './mergeFaults';
import { mergeProperties } from './mergeProperties';
import { tryAll, type Tried } from './mergeRuns';

const RUNS = times(20, 5000);
/** For a fault: each is found much sooner, and nothing is tried after that. */
const FAULT_RUNS = times(300, 5000);

describe('merging two versions of an incident', function () {
  this.timeout(times(60_000, 3_600_000));
  let tried: ReadonlyMap<string, Tried> = new Map();

  it(`is tried ${RUNS} times for each property`, () =>
    seen('merge', () => {
      tried = tryAll(mergeRecords, RUNS);
      const all = [...tried.values()];
      assert.ok(all.every(({ runs }) => runs === RUNS));
      return { often: RUNS, wrong: { 'properties broken': all.filter(({ broken }) => broken > 0).length }, seen: `${all.length} properties` };
    }));

  for (const name of Object.keys(mergeProperties)) {
    it(name, () => assert.equal(tried.get(name)?.against, undefined));
  }

  it('of a list that both wrote otherwise, with the same entries, is one of the two, also when it is merged once more', () => {
    const [base, a, b] = [{ list: ['cue', 'act'] }, { list: ['act', 'cue'] }, { list: ['cue', 'act', 'act'] }];
    const merged = (one: object, other: object): object => mergeVersions({ base, a: one, b: other }, { appendOnly: new Set(), unasked: new Set() }).value;
    const result = merged(a, b);
    for (const side of [a, b]) assert.deepEqual([merged(result, side), merged(side, result)], [result, result]);
    assert.deepEqual(merged(b, a), result);
  });

  it('is tested so that each of nine seeded faults is found', () =>
    seen('mergeFaults', () => {
      const found = findFaults(FAULT_RUNS);
      assert.equal(Object.keys(mergeFaults).length, 9);
      return { often: 9, wrong: { 'not found': Object.keys(mergeFaults).filter((fault) => found.get(fault) === undefined).length } };
    }));
});
