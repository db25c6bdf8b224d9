import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a thing may take to appear on a slow machine, in milliseconds. */
export const PATIENCE = 30_000;
/** What is not there after so long, in milliseconds, is asked for less often: some answers cost the page a lot. */
const SOON = 1_000;

type Answer<Thing> = Thing | undefined | null | false;

/** Asks again and again until the answer is something; fails with `what` after 30 s. An error while asking counts as no answer yet. */
export async function until<Thing>(what: string, ask: () => Answer<Thing> | Promise<Answer<Thing>>, patience = PATIENCE): Promise<Thing> {
  const start = Date.now();
  let problem: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    const waited = Date.now() - start;
    if (waited > patience) assert.fail(`waited in vain for ${what}${problem ? `: ${String(problem)}` : ''}`);
    await pause(waited < SOON ? 50 : 250);
  }
}
