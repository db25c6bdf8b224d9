// @ts-check
// Suites that mocha runs by itself: those without an editor, and those that look at the editor from outside.
import path from 'node:path';
import { root } from '../places.mjs';
import { capture, run } from '../processes.mjs';
import { tallied } from './tally.mjs';

const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = path.join(root, 'tools', 'suites', 'reporter.mjs');

/**
 * @param {object} suite
 * @param {string} suite.name
 * @param {string[]} suite.files Files or patterns for mocha.
 * @param {string[]} suite.more What the person added: files instead of the pattern, and options for mocha.
 * @param {number} [suite.timeout] For one test, in milliseconds.
 * @param {NodeJS.ProcessEnv} [suite.env]
 * @param {boolean} [suite.isBehind] Whether what it prints is shown at its end only.
 */
export function runMocha({ name, files, more, timeout, env, isBehind = false }) {
  const chosen = more.some((argument) => argument.endsWith('.ts')) ? [] : files;
  const options = ['--reporter', reporter, ...(timeout ? ['--timeout', String(timeout)] : [])];
  return tallied(name, (TEST_TALLY) => (isBehind ? runBehind(name) : run)(process.execPath, [mocha, ...options, ...chosen, ...more], { cwd: root, env: { ...process.env, ...env, TEST_TALLY } }));
}

/** @param {string} name @returns {typeof run} */
const runBehind = (name) => async (command, args, options) => {
  const { code, output } = await capture(command, args, options);
  console.log(`\n== ${name}\n${output}`);
  return code;
};
