// What mocha does around all tests, also in each process of a run in several: `.mocharc.json` names this file.
import type { Context, RootHookObject } from 'mocha';

type Farewell = () => Promise<void>;

interface Registered {
  readonly whenFailed: Set<(title: string) => Promise<string>>;
  readonly whenFileIsOver: Set<Farewell>;
  readonly whenAllIsOver: Set<Farewell>;
}

// mocha loads this file in its own way, the tests in theirs: there may be two of it, and both must know the same.
const place = Symbol.for('lead-debrief.rootHooks');
const known = globalThis as { [place]?: Registered };
known[place] ??= { whenFailed: new Set(), whenFileIsOver: new Set(), whenAllIsOver: new Set() };

/**
 * `whenFailed` is given the full title of a test that failed, and gives what was to be seen then, for the last lines of a run. `whenFileIsOver`: after the tests of each file where there are several
 * processes, else after all of them. `whenAllIsOver`: after everything, where there is one process; one of several is ended from
 * outside, and with it what it started.
 */
export const { whenFailed, whenFileIsOver, whenAllIsOver } = known[place];

export const mochaHooks: RootHookObject = {
  async afterEach(this: Context) {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const seen: string[] = [];
    for (const take of whenFailed) seen.push(await take(test.fullTitle()));
    Object.assign(test.err ?? {}, { seen: seen.join('\n') });
  },
  async afterAll() {
    for (const end of whenFileIsOver) await end();
  },
};

export async function mochaGlobalTeardown(): Promise<void> {
  for (const end of whenAllIsOver) await end();
}
