import { setImmediate as nextTurn } from 'node:timers/promises';

/** In milliseconds: what others wait for at most while answers are taken. */
const SLICE = 8;

/**
 * Asks about each item and takes the answers, in order: a batch of items is asked about at once, and the next one while the answers
 * of the last are taken. Asking about one whenever another is done takes half as long again (measured): then each question wakes a
 * thread that has gone to sleep. Others have their turn after 8 ms of taking.
 */
export async function inBatches<T, A>(items: readonly T[], size: number, ask: (item: T) => Promise<A>, take: (item: T, answer: A) => void): Promise<void> {
  const askFrom = (at: number): Promise<readonly A[]> => Promise.all(items.slice(at, at + size).map(ask));
  let asked = askFrom(0);
  for (let at = 0; at < items.length; at += size) {
    const answers = await asked;
    asked = askFrom(at + size);
    let since = performance.now();
    for (const [i, answer] of answers.entries()) {
      take(items[at + i] as T, answer);
      if (performance.now() - since < SLICE) continue;
      await nextTurn();
      since = performance.now();
    }
  }
}
