// @ts-check
// How many tests a suite had, and how they ended.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isStopping, onStop } from '../processes.mjs';

/** `failures`: the title of each test that failed, and a sentence for each suite that did not run as it should. @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** What counts as one failure: a suite that did not run as it should. @param {string} sentence @returns {Tally} */
export const broken = (sentence) => ({ ...nothing, failed: 1, failures: [sentence] });

/** @param {Tally[]} tallies */
export const sum = (tallies) =>
  tallies.reduce(
    (total, { passed, failed, skipped, failures }) => ({
      passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped, failures: [...total.failures, ...failures],
    }),
    nothing,
  );

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Runs a suite, whose reporter writes the tally to the given file, and judges it: no test, or an exit code that no failed test explains,
 * is a failure.
 * @param {string} name
 * @param {(tallyFile: string) => Promise<number>} run gives the exit code
 * @param {{ mayBeEmpty?: boolean }} [options]
 * @returns {Promise<Tally>}
 */
export async function tallied(name, run, { mayBeEmpty = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-tally-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  onStop(clear);
  try {
    const file = path.join(folder, 'tally.json');
    const code = await run(file);
    if (isStopping()) return broken('stopped.');
    const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    return judged(name, code, tally, mayBeEmpty);
  } finally {
    clear();
  }
}

/** @param {string} name @param {number} code @param {Tally | undefined} tally @param {boolean} mayBeEmpty @returns {Tally} */
function judged(name, code, tally, mayBeEmpty) {
  const fault = faultOf(code, tally, mayBeEmpty);
  if (!fault) return tally ?? nothing;
  console.error(`${name}: ${fault}`);
  return sum([...(tally ? [tally] : []), broken(fault)]);
}

/** @param {number} code @param {Tally | undefined} tally @param {boolean} mayBeEmpty */
function faultOf(code, tally, mayBeEmpty) {
  if (!tally) return `ended before the tests did (exit code ${code}).`;
  if (!mayBeEmpty && tally.passed + tally.failed === 0) return 'no test ran.';
  return code !== 0 && tally.failed === 0 ? `all tests passed, but the run ended with exit code ${code}.` : undefined;
}
