import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { interleaved, median, plainRow, rowOf } from './row';
import type { BenchRow } from './row';
import { sampleJournal } from './sampleJournal';
import type { SampleJournal } from './sampleJournal';
import { shippedStore } from './shippedStore';

const ROUNDS = 9;
const RECORDS = 10_000;

/** Reading and parsing the same files, blocking and unchecked. */
async function bareOpening({ folder }: SampleJournal): Promise<void> {
  const entries = readdirSync(join(folder, 'incidents'), { recursive: true, withFileTypes: true });
  let parsed = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    parsed++;
  }
  if (parsed !== RECORDS) throw new Error(`There were ${parsed} incidents.`);
}

/** Opening a journal of 10,000, its newest 300, the longest pause meanwhile, and looking for changes in all of it. */
export async function opening(): Promise<BenchRow[]> {
  const { Journal } = await shippedStore();
  const sample = sampleJournal(RECORDS, Journal);
  const pauses: number[] = [];
  try {
    const openAll = async (): Promise<void> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const journal = sample.open();
      await journal.load();
      await journal.whenLoaded;
      if (journal.entries().length !== RECORDS) throw new Error(`${journal.entries().length} entries`);
      delay.disable();
      pauses.push(delay.max / 1e6);
    };
    const openNewest = async (): Promise<number> => {
      const journal = sample.open();
      const start = performance.now();
      await journal.load();
      const took = performance.now() - start;
      await journal.whenLoaded;
      return took;
    };
    const opened = sample.open();
    await opened.load();
    await opened.whenLoaded;
    const bare = () => bareOpening(sample);
    return [
      rowOf('opening 10,000, checked', await interleaved(openAll, bare, ROUNDS), 4),
      rowOf('newest 300 of 10,000', await interleaved(openNewest, bare, ROUNDS), 0.3),
      plainRow('longest pause while opening 10,000', 'ms', median(pauses), 50),
      rowOf('looking for changes in 10,000', await interleaved(() => opened.refresh(), bare, ROUNDS), 0.3),
    ];
  } finally {
    sample.dispose();
  }
}
