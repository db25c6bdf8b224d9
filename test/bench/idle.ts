// What the extension costs while nothing happens: the CPU time of an extension host and of what it starts, over two minutes of a window on a real
// workspace that was looked through before, over the same with an extension that does nothing in its place. Both windows are open at once.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchEditor, openEditor } from './editor';
import { plainRow, type BenchRow } from './row';
import { yearWorkspace } from './workspace';

/** After its start a window still looks through what is there: milliseconds. */
const SETTLING = 60_000;
const WATCHED = 120_000;
/** What the kernel counts in: a hundredth of a second. */
const TICK = 10;

export async function idle(): Promise<BenchRow[]> {
  const [ours, without] = [await openEditor(await yearWorkspace()), await openEditor(await yearWorkspace(), { without: true })];
  await pause(SETTLING);
  const before = [await cpuOf(ours), await cpuOf(without)] as const;
  await pause(WATCHED);
  const after = [await cpuOf(ours), await cpuOf(without)] as const;
  await ours.close();
  await without.close();
  const share = (at: 0 | 1): number => ((after[at] - before[at]) / WATCHED) * 100;
  console.log(`extension host with it ${share(0).toFixed(3)} %, without ${share(1).toFixed(3)} %`);
  return [plainRow('idle over 2 minutes, over an extension that does nothing', '% CPU', Math.max(share(0) - share(1), 0), 0.1)];
}

/** Milliseconds of CPU of an extension host and of the processes that it started and waited for. */
async function cpuOf(editor: BenchEditor): Promise<number> {
  const { pid } = await editor.run('bench.activations');
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK;
}
