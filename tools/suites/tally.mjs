// @ts-check
// How many tests a suite had, and how they ended.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isStopping, onStop } from '../processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** What counts as one failure: a suite that did not run as it should. @type {Tally} */
export const broken = { ...nothing, failed: 1 };

/** @param {Tally[]} tallies */
export const sum = (tallies) => tallies.reduce((total, { passed, failed, skipped }) => ({ passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped }), nothing);

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Runs a suite, whose reporter writes the tally to the given file, and judges it: no test, or an exit code that no failed test explains,
 * is a failure.
 * @param {string} name
 * @param {(tallyFile: string) => Promise<number>} run gives the exit code
 * @returns {Promise<Tally>}
 */
export async function tallied(name, run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-tally-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  onStop(clear);
  try {
    const file = path.join(folder, 'tally.json');
    const code = await run(file);
    if (isStopping()) return broken;
    const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    return judged(name, code, tally);
  } finally {
    clear();
  }
}

/** @param {string} name @param {number} code @param {Tally | undefined} tally @returns {Tally} */
function judged(name, code, tally) {
  if (!tally) {
    console.error(`${name}: ended before the tests did (exit code ${code}).`);
    return broken;
  }
  if (tally.passed + tally.failed === 0) {
    console.error(`${name}: no test ran.`);
    return { ...tally, failed: 1 };
  }
  if (code !== 0 && tally.failed === 0) {
    console.error(`${name}: all tests passed, but the run ended with exit code ${code}.`);
    return { ...tally, failed: 1 };
  }
  return tally;
}
