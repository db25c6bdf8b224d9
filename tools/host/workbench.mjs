// @ts-check
// Serves the workbench with the packaged extension installed, as a person would have it: no test driver, notifications shown, secrets
// kept, and nothing answered without the token.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workFolder } from '../places.mjs';
import { provisionServer } from './provision.mjs';
import { installExtension, startServer } from './server.mjs';
import { changeSettings, quiet, servedSettings } from './settings.mjs';

/** Installed extensions of other builds are removed after a day: another editor may still be running with them. */
const KEPT_MS = 86_400_000;

/** Those of the editor's own extensions that somebody meets who works with ours: themes, icons, git, JSON, diffs. */
const met = ['theme-defaults', 'theme-seti', 'theme-modern-icons', 'git', 'git-base', 'merge-conflict', 'diff', 'json', 'json-language-features', 'configuration-editing', 'log'];

/**
 * @typedef {object} WorkbenchOptions
 * @property {import('./provision.mjs').Version} version
 * @property {string} vsix The packaged extension.
 * @property {string} data The profile. What it holds already stays.
 * @property {import('./settings.mjs').Settings} [settings] User settings beside the quiet ones.
 * @property {number} [port]
 * @property {string} [token]
 * @property {boolean} [lean] Without those of the editor's own extensions that have nothing to do with ours (languages, debuggers, chat): a window
 *   then needs a fifth less of the processor to open. False where absent.
 * @property {readonly string[]} [beside] Folders of extensions that are there as if the editor brought them; with any, it is lean.
 * @property {NodeJS.ProcessEnv} [env] What the editor sees beside this process's own environment.
 * @property {boolean} [trust] false: the workspace opens in Restricted Mode. True where absent.
 */

/**
 * Starts a served workbench. `address(folder)` of the result is what a browser opens.
 * @param {WorkbenchOptions} options
 * @returns {Promise<import('./server.mjs').Server>}
 */
export async function serveWorkbench({ version, vsix, data, settings = {}, trust = true, lean = false, beside = [], ...rest }) {
  const extensions = await extensionsWith(vsix, version);
  const builtIn = lean || beside.length > 0 ? await fewBuiltIn(version, data, beside) : undefined;
  // Restricted Mode without a question: 1.100 would ask in a dialog, 1.139 shows a banner; both follow this setting.
  const restricted = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
  changeSettings(servedSettings(data), { ...quiet, ...(trust ? {} : restricted), ...settings });
  return startServer({ version, data, extensions, trust, ...(builtIn ? { builtIn } : {}), ...rest });
}

/**
 * Links to a few of the editor's own extensions, in the profile.
 * @param {import('./provision.mjs').Version} version @param {string} data @param {readonly string[]} [beside] Folders of others.
 */
export async function fewBuiltIn(version, data, beside = []) {
  const all = path.join(path.dirname((await provisionServer(version)).main), '..', 'extensions');
  const folder = path.join(data, 'built-in');
  mkdirSync(folder, { recursive: true });
  for (const name of met) {
    const link = path.join(folder, name);
    if (existsSync(path.join(all, name)) && !existsSync(link)) symlinkSync(path.join(all, name), link);
  }
  for (const other of beside) cpSync(other, path.join(folder, path.basename(other)), { recursive: true });
  return folder;
}

/**
 * A folder of installed extensions that holds this one only, made once for each build of it. Two programs may not ask for it at the same time
 * before it is made.
 * @param {string} vsix
 * @param {import('./provision.mjs').Version} version
 */
export async function extensionsWith(vsix, version) {
  const all = path.join(workFolder, 'extensions');
  const folder = path.join(all, `${version}-${createHash('sha256').update(readFileSync(vsix)).digest('hex').slice(0, 12)}`);
  const stamp = path.join(folder, 'is-complete');
  if (existsSync(stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  removeOld(all);
  await installExtension({ version, data: path.join(folder, '.profile'), extensions: folder, vsix });
  writeFileSync(stamp, '');
  return folder;
}

/** @param {string} all */
function removeOld(all) {
  for (const name of readdirSync(all)) {
    const folder = path.join(all, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
