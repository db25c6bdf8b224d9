// @ts-check
// mocha's own spec reporter, which also writes how many tests there were, and which failed, to the file that TEST_TALLY names: nothing parses its text.
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import Mocha from 'mocha';

export class TallyReporter extends Mocha.reporters.Spec {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      if (process.env.TEST_TALLY) writeFileSync(process.env.TEST_TALLY, JSON.stringify({ passed, failed, skipped, failures: this.failures.map(inShort) }));
    });
  }
}

/** So many lines of what a test says of its failure stand below its title. */
const LINES = 8;

/** The title of a test that failed, what it says, and where: the last lines of a run may be all that is kept of it. @param {Mocha.Test} test */
function inShort(test) {
  const { message = '', stack = '', seen = '' } = /** @type {Partial<Error> & { seen?: string }} */ (test.err ?? {});
  const said = stripVTControlCharacters(message).split('\n').map((line) => line.trim()).filter(Boolean);
  const place = /\(?([^\s()]*\btest\/[^\s()]+:\d+):\d+\)?/.exec(stack)?.[1];
  return [test.titlePath().join(' › '), ...said.slice(0, LINES), ...(place ? [`at ${place}`] : []), ...seen.split('\n').filter(Boolean).map((line) => `on screen: ${line}`)].join('\n    ');
}

// mocha loads a reporter with `require`, and takes what that gives for the class.
export { TallyReporter as 'module.exports' };
