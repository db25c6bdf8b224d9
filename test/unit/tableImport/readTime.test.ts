import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findOrder, readTime, utcOf, type DayOrder } from '../../../src/core/tableImport/readTime';

const at = (text: string, order?: DayOrder): string | undefined => utcOf(readTime(text), { zone: 'Europe/Berlin', ...(order && { order }) });

describe('times in the cells of a table', () => {
  it('with a zone they are as they stand, whatever the lead’s zone', () => {
    for (const text of ['2026-05-14T14:02:11Z', '2026-05-14 14:02:11 UTC', '2026-05-14T16:02:11+02:00', '2026-05-14T16:02:11.957+0200', '2026-05-14 09:02:11 -05', '2026-05-14T14:02:11.5Z', '1778767331', '1778767331000', 'Thu, 14 May 2026 14:02:11 GMT']) {
      assert.equal(at(text), '2026-05-14T14:02:11Z', text);
    }
  });

  it('without one they are in the lead’s zone, also across the change of the clocks', () => {
    for (const text of ['2026-05-14 16:02', '2026-05-14T16:02:00', '2026/05/14 16:02', '2026-05-14 4:02 PM', '14/May/26 4:02 PM', '14 May 2026, 16:02', 'May 14, 2026 4:02 pm', 'May 14th, 2026 at 16:02', 'Thursday, 14 May 2026 16:02']) {
      assert.equal(at(text), '2026-05-14T14:02:00Z', text);
    }
    assert.equal(at('2026-01-14 16:02'), '2026-01-14T15:02:00Z');
    assert.equal(at('2026-05-14 12:05 AM'), '2026-05-13T22:05:00Z');
    assert.equal(at('2026-05-14 12:05 PM'), '2026-05-14T10:05:00Z');
  });

  it('two numbers are read in the order that was found or chosen, else not at all', () => {
    assert.deepEqual([at('14/05/2026 16:02', 'dayFirst'), at('05/14/2026 4:02 PM', 'monthFirst'), at('14.05.26 16:02', 'dayFirst')], Array(3).fill('2026-05-14T14:02:00Z'));
    assert.deepEqual([at('14/05/2026 16:02'), at('14/05/2026 16:02', 'monthFirst'), at('04/05/2026 16:02')], [undefined, undefined, undefined]);
  });

  it('the order is found over all dates; one that no date tells, or that two tell differently, is not', () => {
    const found = (...texts: string[]) => findOrder(texts.map(readTime));
    assert.deepEqual(found('04/05/2026 1:00', '13/05/2026 1:00'), { isNeeded: true, isMixed: false, order: 'dayFirst' });
    assert.deepEqual(found('04/05/2026 1:00', '05/13/2026 1:00'), { isNeeded: true, isMixed: false, order: 'monthFirst' });
    assert.deepEqual(found('04.05.2026 1:00'), { isNeeded: true, isMixed: false, order: 'dayFirst' });
    assert.deepEqual(found('04/05/2026 1:00'), { isNeeded: true, isMixed: false });
    assert.deepEqual(found('13/05/2026 1:00', '05/13/2026 1:00'), { isNeeded: true, isMixed: true });
    assert.deepEqual(found('2026-05-14 1:00', 'x'), { isNeeded: false, isMixed: false });
  });

  it('what is no time, or one that there is not, stays none', () => {
    for (const text of ['', '95', 'yes', '31.02.2026 10:00', '2026-02-31 10:00', '2026-13-01 10:00', '2026-05-14 24:30', '2026-05-14 13:00 PM', '2026-05-14 0:30 AM', '2026-05-14 10:61', '2026-05-14 10:00 CST', '2026-05-14', '14 May 2026', '12345678901', `2026-05-14 10:00${' '.repeat(80)}x`]) {
      assert.equal(at(text, 'dayFirst'), undefined, text);
    }
    assert.deepEqual([readTime('2026-05-14').kind, readTime('2026-05-14 10:00 CST').kind, readTime('2026-05-14 10:00 nope?').kind], ['day', 'zone', 'none']);
  });

  it('every minute comes back from each way to write it', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    fc.assert(
      fc.property(fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2068-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const [y, m, d, h, i] = [minute.getUTCFullYear(), minute.getUTCMonth() + 1, minute.getUTCDate(), minute.getUTCHours(), minute.getUTCMinutes()];
        const clock = `${two(h)}:${two(i)}`;
        const half = `${h % 12 || 12}:${two(i)} ${h < 12 ? 'AM' : 'PM'}`;
        const expected = minute.toISOString().replace('.000Z', 'Z');
        for (const [text, order] of [[`${y}-${two(m)}-${two(d)} ${clock} UTC`], [`${d}/${m}/${y} ${half} UTC`, 'dayFirst'], [`${m}/${d}/${String(y).slice(2)} ${half} GMT`, 'monthFirst']] as const) assert.equal(at(text, order), expected, text);
      }),
      { numRuns: 300 },
    );
  });
});
