import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inPeriod, periodChoices, type Period } from '../../../src/core/growth/period';
import { QUARTER_ID } from '../../../src/core/incident/quarter';
import { localFields } from '../../../src/core/incident/times';
import type { Incident } from '../../../src/core/journal/schema';
import { iso, journals, LOCALE, NOW, waiting } from './records';

const at = (start: string): Incident => waiting(start, { window: { start } });
const startsIn = (period: Period, starts: readonly string[], now = NOW): readonly string[] => inPeriod(starts.map(at), period, LOCALE.zone, now).map(({ id }) => id);

describe('a period', () => {
  it('begins and ends at midnight in the lead\'s zone', () => {
    // Berlin: one hour before UTC in winter, two in summer.
    const starts = ['2025-12-31T22:59:59Z', '2025-12-31T23:00:00Z', '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z', '2026-12-31T23:00:00Z'];
    assert.deepEqual(startsIn('all', starts), starts);
    assert.deepEqual(startsIn('year', starts), starts.slice(1, 6));
    assert.deepEqual(startsIn('2026-01', starts), starts.slice(1, 3));
    assert.deepEqual(startsIn('2026-04', starts), starts.slice(3, 5));
    assert.deepEqual(startsIn('2025-10', starts), starts.slice(0, 1));
  });

  it('of twelve months begins a year before today, also on 29 February', () => {
    assert.deepEqual(startsIn('twelveMonths', ['2025-05-13T21:59:59Z', '2025-05-13T22:00:00Z', '2026-05-14T20:00:00Z']), ['2025-05-13T22:00:00Z', '2026-05-14T20:00:00Z']);
    assert.deepEqual(startsIn('twelveMonths', ['2027-02-28T22:59:59Z', '2027-02-28T23:00:00Z'], Date.parse('2028-02-29T12:00:00Z')), ['2027-02-28T23:00:00Z']);
  });

  it('each incident is in the one quarter that is offered for it', () => {
    fc.assert(
      fc.property(journals, (records) => {
        const quarters = periodChoices(records, 'all', LOCALE).map(({ id }) => id).filter((id) => QUARTER_ID.test(id));
        for (const record of records.filter(({ cancelled }) => cancelled === undefined)) {
          const of = quarters.filter((quarter) => inPeriod([record], quarter, LOCALE.zone, NOW).length === 1);
          assert.equal(of.length, 1);
          assert.equal(of[0]?.slice(0, 4), localFields(record.window.start, LOCALE.zone).slice(0, 4));
        }
      }),
    );
  });

  it('is offered newest first, twenty quarters at most, and the chosen one always', () => {
    const years = Array.from({ length: 120 }, (_, month) => at(iso(NOW - month * 31 * 86_400_000)));
    const choices = periodChoices([...years, waiting('alarm', { window: { start: '2040-01-05T00:00:00Z' }, cancelled: iso(NOW) })], '1999-07', LOCALE);
    assert.deepEqual(choices.slice(0, 5).map(({ words }) => words), ['All time', 'This year', 'Last 12 months', 'Apr to Jun 2026', 'Jan to Mar 2026']);
    assert.equal(choices.length, 3 + 20 + 1);
    assert.deepEqual(choices.at(-1), { id: '1999-07', words: 'Jul to Sep 1999' });
  });
});
