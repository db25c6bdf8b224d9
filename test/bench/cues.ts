// What watching for all cues of a plan costs while nothing happens: the processor time of the extension host, over that of one whose plan has no cues.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Cue, Incident } from '../../src/core/journal/schema';
import { openEditor } from './editor';
import { median, plainRow, type BenchRow } from './row';
import { yearWorkspace } from './workspace';

/** Milliseconds. */
const SETTLED = 20_000;
const LOOKED = 10_000;
const ROUNDS = 5;
const CUES: readonly Cue[] = [{ id: 'declared' }, { id: 'resolved' }, { id: 'revert' }, { id: 'branch', pattern: 'hotfix/*' }, { id: 'file', pattern: 'src' }, { id: 'weekly', day: 1, time: '09:30' }];

export async function cues(): Promise<BenchRow[]> {
  const [without, withAll] = [await idle(undefined), await idle(CUES)];
  return [plainRow('watching for cues while nothing happens, over a plan without', '% of a processor', Math.max(0, withAll - without), 0.1)];
}

/** In per cent of one processor, the middle of some looks. */
async function idle(watched: readonly Cue[] | undefined): Promise<number> {
  const folder = await yearWorkspace();
  addPlan(folder, watched);
  const editor = await openEditor(folder);
  await editor.show('workbench.view.extension.leadDebrief');
  const { pid } = await editor.run('bench.activations');
  await pause(SETTLED);
  const looks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = processorTime(pid);
    await pause(LOOKED);
    looks.push(((processorTime(pid) - before) / LOOKED) * 100);
  }
  await editor.close();
  return median(looks);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** In milliseconds: user and system time, fields 14 and 15 of what Linux knows about a process, which are counted in ticks. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}

/** The newest plan of the journal. */
function addPlan(folder: string, watched: readonly Cue[] | undefined): void {
  const now = new Date().toISOString();
  const record: Incident = { format: 1, id: 'benchplan1', title: 'Bench', window: { start: now, end: now }, reflection: { path: 'short', started: now, finished: now }, plan: { id: 'benchplan2', cue: 'a revert', act: 'ask', made: now, ...(watched && { cues: watched }) } };
  const file = path.join(folder, '.lead-debrief', 'incidents', now.slice(0, 4), 'bench-benchplan1.debrief.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(record));
}
