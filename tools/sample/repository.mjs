// @ts-check
// Makes the git repository of the sample workspace. Nothing of the machine's git configuration gets in: no hooks, no signing, no names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.mjs';
import { history } from './history.mjs';
import { importAll, plan } from './stream.mjs';

/** The environment without anything that points git elsewhere (as in a hook), and without configuration. */
function quietEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** @param {string} folder */
function refuseFullFolder(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal(`${folder} is not empty. Name a folder that does not exist yet.`);
}

/**
 * Makes the repository and checks its main branch out.
 * @param {string} folder absent or empty, else refused
 * @param {number} day0 the beginning of the day of the incident, in milliseconds since 1970
 * @param {number} seed
 * @returns {string} the hash of the last commit
 */
export function makeRepository(folder, day0, seed) {
  refuseFullFolder(folder);
  mkdirSync(folder, { recursive: true });
  const env = quietEnvironment();
  /** @param {string[]} args @param {string} [input] */
  const git = (args, input = '') => {
    try {
      return execFileSync('git', ['-C', folder, ...args], {
        input,
        env,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
        throw new Refusal('Git was not found. Install git and run the same command again.');
      throw error;
    }
  };
  git(['init', '--quiet', '--template=']);
  git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  git(['config', 'core.autocrlf', 'false']);
  const marks = path.join(folder, '.git', 'sample-marks');
  const hashes = importAll(plan(day0, seed), (piece) => {
    git(
      ['fast-import', '--quiet', '--date-format=raw', `--import-marks-if-exists=${marks}`, `--export-marks=${marks}`],
      piece,
    );
    const lines = readFileSync(marks, 'utf8').trim().split('\n');
    return new Map(lines.map((line) => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]));
  });
  rmSync(marks);
  const merged = new Set(history.flatMap(({ merges }) => merges ?? []));
  git(['branch', '--quiet', '-D', ...merged]);
  git(['reset', '--hard', '--quiet']);
  return [...hashes].sort(([a], [b]) => a - b).at(-1)?.[1] ?? '';
}
