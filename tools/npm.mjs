// @ts-check
// Runs npm from inside the tools, and turns its failures into one sentence.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises'; // by default import: an old Node must get as far as the sentence about its age
import path from 'node:path';
import { workFolder } from './places.mjs';
import { capture } from './processes.mjs';
import { Refusal } from './refusal.mjs';

const again = 'then run the same command again.';
const unreachable = 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EPIPE';

/** Why npm stopped, in the order in which they are tried: a full disk also breaks connections. */
const causes = [
  { sign: /ENOSPC|EDQUOT/, says: (/** @type {Install} */ { what, folder }) => `The disk is full: there was no room for ${what} in ${finished(folder)}. Free some space, ${again}` },
  { sign: /EACCES|EROFS/, says: (/** @type {Install} */ { what, folder }) => `npm may not write ${what} to ${finished(folder)} or to its own cache. Give it leave to, ${again}` },
  {
    sign: new RegExp(`code (${unreachable})|(${unreachable})`),
    says: (/** @type {Install} */ { what }, /** @type {string} */ output) => `The npm registry${registryIn(output)} cannot be reached, so ${what} could not be installed. Check the network and npm's proxy settings, ${again}`,
  },
  {
    sign: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    says: (/** @type {Install} */ { what }, /** @type {string} */ output) => `The npm registry${registryIn(output)} showed a certificate that npm does not trust, so ${what} could not be installed. Check npm's cafile setting, ${again}`,
  },
  {
    sign: /code E(401|403|404|5\d\d)/,
    says: (/** @type {Install} */ { what }, /** @type {string} */ output) => `The npm registry${registryIn(output)} answered ${/code E(\d+)/.exec(output)?.[1]}, so ${what} could not be installed. Check npm's registry setting, ${again}`,
  },
  { sign: /EINTEGRITY/, says: (/** @type {Install} */ { what }) => `A package for ${what} is not what the lock file expects. Run \`npm cache verify\`, ${again}` },
];

/**
 * @typedef {object} Install
 * @property {string} folder Holds package.json and package-lock.json.
 * @property {string} what What a person calls it: "the project's dependencies".
 * @property {number} megabytes About how much disk it takes.
 */

/**
 * Installs exactly what the lock file says, running none of the packages' own scripts. Refuses with one sentence: no room, no registry.
 * @param {Install} install
 */
export async function npmCi(install) {
  await checkRoom(install);
  const stop = heartbeat(install.what);
  // Warnings are read, not shown: on a disk that gets full, npm 11 warns, leaves empty files, and ends with 0 (seen).
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn', '--engine-strict=false', ...retries], install.folder);
  stop();
  const account = path.join(install.folder, 'node_modules', '.package-lock.json'); // npm writes it last
  if (code !== 0 || !existsSync(account) || /ENOSPC|EDQUOT/.test(output)) throw refusal(install, output);
}

/** Three tries within about half a minute; npm's own would hold a person for over a minute in silence. */
const retries = ['--fetch-retries=3', '--fetch-retry-factor=3', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=15000'];

/** @param {string[]} args @param {string} folder */
function npm(args, folder) {
  const cli = process.env.npm_execpath;
  const options = { cwd: folder, env: outsideOfScripts(process.env) };
  if (cli && /\.[cm]?js$/.test(cli)) return capture(process.execPath, [cli, ...args], options);
  return capture('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * The environment without what `npm test` and `npm start` add to it: it would turn the inner npm to the outer project.
 * @param {NodeJS.ProcessEnv} env
 */
export function outsideOfScripts(env) {
  const inherited = /^(npm_(lifecycle|package|command|config_(local_prefix|prefix|dir|omit|include|workspace|global))|init_cwd|node_env$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !inherited.test(name)));
}

/** What is built aside is shown under its final name. @param {string} folder */
const finished = (folder) => folder.replace(/\.tmp-\d+$/, '');

/** @param {Install} install */
async function checkRoom({ folder, what, megabytes }) {
  const { bavail, bsize } = await fs.statfs(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= megabytes) return;
  throw new Refusal(`There is not enough room for ${what}: about ${megabytes} MB are needed in ${finished(folder)}, ${free} MB are free. Free some space, ${again}`);
}

/** Says every ten seconds that it is still going on. @param {string} what */
function heartbeat(what) {
  const start = Date.now();
  const timer = setInterval(() => console.error(`  still installing ${what} (${Math.round((Date.now() - start) / 1000)} s)`), 10_000);
  return () => clearInterval(timer);
}

/** @param {Install} install @param {string} output */
function refusal(install, output) {
  const cause = causes.find(({ sign }) => sign.test(output));
  if (cause) return new Refusal(cause.says(install, output));
  const log = path.join(workFolder, 'npm.log');
  mkdirSync(workFolder, { recursive: true });
  writeFileSync(log, output);
  return new Refusal(`npm could not install ${install.what}. What it said is in ${log}.`);
}

/** @param {string} output */
function registryIn(output) {
  const address = /(?:request to|GET) (https?:\/\/[^\s/]+)/.exec(output)?.[1];
  return address ? ` at ${address}` : '';
}
