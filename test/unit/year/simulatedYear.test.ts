import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { seen, times } from '../../torture/row';
import { Lead } from './lead';
import { aYear } from './story';
import { Year } from './year';

/** What is durable on a real disk has tests of its own; here a year has to pass in the blink of an eye. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const INCIDENTS = 40;
/** Years that go on at the same time: while one waits for its disk, another one does something. */
const SIDE_BY_SIDE = 4;
const [YEARS, SEED] = [times(8, 200), 2026];

describe('a year of a simulated lead', function () {
  this.timeout(times(120_000, 600_000));

  it('with forty incidents from all sources, two machines, holidays and another zone: no rule is broken, and nothing is lost', () =>
    seen('year', async () => {
      const counts = { steps: 0, asked: 0, fired: 0, merged: 0 };
      const aLife = fc.asyncProperty(aYear(INCIDENTS), async (story) => {
        const begun: { lead?: Lead } = {};
        const year = await Year.run(BASE, story, (into) => (begun.lead = new Lead(into)).prepare());
        counts.steps += year.steps;
        counts.fired += begun.lead?.firing.count ?? 0;
        counts.merged += year.meeting.merged;
        counts.asked += [...(begun.lead?.asking.asked.values() ?? [])].flat().length;
      });
      const parts = Array.from({ length: SIDE_BY_SIDE }, (_, part) => fc.assert(aLife, { numRuns: YEARS / SIDE_BY_SIDE, seed: SEED + part }));
      await Promise.all(parts);
      return { often: YEARS, lost: 0, seen: `${counts.steps.toLocaleString('en')} moments, asked ${counts.asked.toLocaleString('en')} times, the plan came up ${counts.fired.toLocaleString('en')} times, ${counts.merged} files merged` };
    }));
});
