// What the main thread of this process did, by the kernel's own count of its CPU time: others that want the machine's cores are not in it.
import { readFileSync } from 'node:fs';

/** Milliseconds of CPU of the main thread until now. */
export const mainThreadCpu = (): number => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** Runs some work, and gives the longest that it held the main thread without a turn for others: milliseconds of CPU. */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let [last, longest, goesOn] = [mainThreadCpu(), 0, true];
  const turn = (): void => {
    const now = mainThreadCpu();
    [longest, last] = [Math.max(longest, now - last), now];
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await work();
  } finally {
    goesOn = false;
  }
  return Math.max(longest, mainThreadCpu() - last);
}
