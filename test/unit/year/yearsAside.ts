// Lives through years in a process of its own, as `liveAside` asks for them, and says what came of it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Counts, Years } from './years';

type Answer = { readonly counts: Counts } | { readonly failed: string };

/**
 * Such a process lives for half a minute and calls very many functions, each not very often: optimizing them takes longer than it saves, and threads
 * that clear up beside it take the other process's time.
 */
const ENGINE = ['--interrupt-budget=2000000', '--always-sparkplug', '--single-threaded-gc'];
const DISK = new URL('diskAtOnce.ts', import.meta.url).href;

/** Lives through years beside this process, on another processor. Rejects as `live` does. */
export async function liveAside(years: Years): Promise<Counts> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(years)], { execArgv: ['--import=tsx', `--import=${DISK}`, ...ENGINE] });
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [{ failed: 'The process ended.' }])])) as [Answer];
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.counts;
}

async function answer(years: Years): Promise<Answer> {
  try {
    const { live } = await import('./years'); // not needed where the process is only asked for
    return { counts: await live(years) };
  } catch (error) {
    return { failed: wordsOf(error) };
  }
}

/** With the story, which is what caused it. */
const wordsOf = (error: unknown): string => (error instanceof Error ? [error.message, ...(error.cause === undefined ? [] : [wordsOf(error.cause)])].join('\n\n') : String(error));

const [, program, asked] = process.argv;
if (program === fileURLToPath(import.meta.url) && asked !== undefined) {
  const said = await answer(JSON.parse(asked) as Years);
  process.send?.(said, () => process.disconnect());
}
