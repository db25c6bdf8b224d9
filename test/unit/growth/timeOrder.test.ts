import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timeOrder } from '../../../src/core/incident/timeOrder';
import { TIME } from '../../../src/core/journal/schema';

/** The same time, written as exactly as the format allows. */
const time = fc
  .tuple(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }), fc.constantFrom(16, 19, 21, 22, 23))
  .map(([date, length]) => `${date.toISOString().slice(0, length)}Z`);

describe('the order of two times', () => {
  it('is that of the moments, however exactly they are written', () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        assert.match(a, TIME);
        assert.equal(Math.sign(timeOrder(a, b)), Math.sign(Date.parse(a) - Date.parse(b)));
      }),
    );
  });
});
