// What a journal costs an extension host in memory: what it holds on to with 1,000 and 10,000 reflections and the dashboard shown, over the same
// with an empty journal, each in a window of its own.
import path from 'node:path';
import { until } from '../ui/harness/until';
import { openEditor } from './editor';
import { median, plainRow, type BenchRow } from './row';
import { sampleJournal } from './sampleJournal';

const SAMPLES = 5;

export async function memory(): Promise<BenchRow[]> {
  const empty = await megabytes(0);
  const over = async (count: number): Promise<number> => (await megabytes(count)) - empty;
  return [
    plainRow('extension host at 1,000, over an empty journal', 'MB', await over(1000), 30),
    plainRow('extension host at 10,000, over an empty journal', 'MB', await over(10_000), 300),
  ];
}

/** Once everything was read and shown. */
async function megabytes(count: number): Promise<number> {
  const journal = sampleJournal(count);
  const editor = await openEditor(path.dirname(journal.folder));
  await editor.show('workbench.view.extension.leadDebrief');
  const samples: number[] = [];
  let before = Infinity;
  await until('what it holds on to to stay the same', async () => {
    const now = ((await editor.run('bench.memory')).result as number) / 2 ** 20;
    samples.push(now);
    const isStill = Math.abs(now - before) < 0.5;
    before = now;
    return samples.length >= SAMPLES && isStill;
  });
  await editor.close();
  journal.dispose();
  return median(samples.slice(-SAMPLES));
}
