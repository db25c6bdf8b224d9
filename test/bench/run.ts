// Runs one bench in this process: run.ts ./FILE RESULT. A bench is the one function that its file exports; its rows go to RESULT.
import { writeFileSync } from 'node:fs';
import { enter } from '../../tools/refusal.mjs';
import type { BenchRow } from './row';

const [file = '', result = ''] = process.argv.slice(2);

await enter(async () => {
  const [bench] = Object.values((await import(file)) as Record<string, () => Promise<readonly BenchRow[]>>);
  if (!bench) throw new Error(`${file} measures nothing.`);
  writeFileSync(result, JSON.stringify(await bench()));
  return 0;
});
