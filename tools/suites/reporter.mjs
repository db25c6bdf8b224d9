// @ts-check
// mocha's own spec reporter, which also writes how many tests there were, and which failed, to the file that TEST_TALLY names: nothing parses its text.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export class TallyReporter extends Mocha.reporters.Spec {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      if (process.env.TEST_TALLY) writeFileSync(process.env.TEST_TALLY, JSON.stringify({ passed, failed, skipped, failures: this.failures.map((test) => test.titlePath().join(' › ')) }));
    });
  }
}

// mocha loads a reporter with `require`, and takes what that gives for the class.
export { TallyReporter as 'module.exports' };
