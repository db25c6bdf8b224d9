import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Lead } from './lead';
import { aYear } from './story';
import { Year } from './year';

/** What is durable on a real disk has tests of its own; here a year has to pass in the blink of an eye. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const INCIDENTS = 40;

/** Years of made-up stories: so many for each seed. Those of different seeds go on at the same time: while one waits for its disk, another one does something. */
export interface Years {
  readonly seeds: readonly number[];
  readonly each: number;
}

/** What happened in them, counted. */
export interface Counts {
  readonly steps: number;
  readonly asked: number;
  readonly fired: number;
  readonly merged: number;
  readonly drills: number;
  /** How often what is sought was in Next when somebody looked, and how often it was not because the month was past its limit. */
  readonly sought: number;
  readonly past: number;
}

/** Lives through years. Rejects with the shortest story that breaks a rule. */
export async function live({ seeds, each }: Years): Promise<Counts> {
  const counts = { steps: 0, asked: 0, fired: 0, merged: 0, drills: 0, sought: 0, past: 0 };
  const folder = mkdtempSync(join(BASE, 'lead-debrief-years-'));
  const aLife = fc.asyncProperty(aYear(INCIDENTS), async (story) => {
    const begun: { lead?: Lead } = {};
    const year = await Year.run(folder, story, (into) => (begun.lead = new Lead(into)).prepare());
    counts.steps += year.steps;
    counts.fired += begun.lead?.firing.count ?? 0;
    counts.drills += begun.lead?.practice.finished ?? 0;
    counts.sought += begun.lead?.seeking.due ?? 0;
    counts.past += begun.lead?.seeking.past ?? 0;
    counts.merged += year.meeting.merged;
    counts.asked += [...(begun.lead?.asking.asked.values() ?? [])].flat().length;
  });
  try {
    await Promise.all(seeds.map((seed) => fc.assert(aLife, { numRuns: each, seed })));
    return counts;
  } finally {
    // A backup that was on its way when its year ended has made its folder again.
    rmSync(folder, { recursive: true, force: true });
  }
}
