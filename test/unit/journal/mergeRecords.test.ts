import assert from 'node:assert/strict';
import { mergeRecords } from '../../../src/core/journal/mergeRecords';
import { findFaults, mergeFaults } from './mergeFaults';
import { counterexample, mergeProperties, RUNS } from './mergeProperties';

describe('merging two versions of an incident', function () {
  this.timeout(RUNS * 500);

  for (const name of Object.keys(mergeProperties)) {
    it(name, () => assert.equal(counterexample(name, mergeRecords, RUNS), undefined));
  }

  it('is tested so that each of nine seeded faults is found', () => {
    const found = findFaults(RUNS);
    assert.equal(found.size, 9);
    assert.deepEqual([...found].filter(([, by]) => by === undefined).map(([fault]) => fault), []);
    assert.equal(Object.keys(mergeFaults).length, 9);
  });
});
