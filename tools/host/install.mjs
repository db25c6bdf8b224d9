// @ts-check
// Installs a recipe (package.json, lock file, shims) into the shared cache, once: built aside and renamed when whole, so that a
// preparation that was cut short never counts. What it had downloaded stays in npm's cache, where the next one takes it up.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCi } from '../npm.mjs';
import { sharedCache } from '../places.mjs';
import { onStop } from '../processes.mjs';

const here = import.meta.dirname;
/** Raised when `finish` of a recipe changes while its lock file does not. */
const LAYOUT = 'layout-1';
/** A half-made folder this old belongs to nobody, whoever has its process id by now. */
const ABANDONED_AFTER_MS = 3_600_000;
const shims = path.join(here, 'shims');

/**
 * @typedef {object} Recipe
 * @property {string} name The folder beside this file.
 * @property {string} what What a person calls it.
 * @property {number} megabytes About how much disk the preparation takes at its largest.
 * @property {string[]} proof Files that are there when it is whole.
 * @property {(folder: string) => Promise<void> | void} finish What is left to do after npm.
 */

/** What this process prepared or is preparing, by folder: host and UI tests ask for the same at once. @type {Map<string, Promise<string>>} */
const underWay = new Map();

/**
 * The folder of a recipe, prepared now if it is not there or not whole. Refuses with one sentence: no room, no registry.
 * @param {Recipe} recipe
 * @returns {Promise<string>}
 */
export function installed(recipe) {
  const folder = path.join(sharedCache(), `${recipe.name}-${process.platform}-${process.arch}-${fingerprint(recipe.name)}`);
  const found = underWay.get(folder) ?? (isWhole(folder, recipe) ? Promise.resolve(folder) : prepare(recipe, folder));
  underWay.set(folder, found);
  return found;
}

/** @param {Recipe} recipe @param {string} folder */
async function prepare(recipe, folder) {
  const start = Date.now();
  console.error(`Preparing ${recipe.what} in ${folder} (once)`);
  mkdirSync(sharedCache(), { recursive: true });
  removeAbandoned(folder);
  const aside = `${folder}.tmp-${process.pid}`;
  onStop(() => rmSync(aside, { recursive: true, force: true, maxRetries: 5 }));
  try {
    await build(recipe, aside);
    settle(recipe, aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true, maxRetries: 5 });
  }
  console.error(`  ${recipe.what} is ready (${Math.round((Date.now() - start) / 1000)} s)`);
  return folder;
}

/** @param {Recipe} recipe @param {string} aside */
async function build(recipe, aside) {
  rmSync(aside, { recursive: true, force: true });
  cpSync(path.join(here, recipe.name), aside, { recursive: true });
  cpSync(shims, path.join(aside, 'shims'), { recursive: true });
  await npmCi({ folder: aside, what: recipe.what, megabytes: recipe.megabytes });
  console.error(`  ${recipe.what}: downloaded, unpacking`);
  await recipe.finish(aside);
  writeFileSync(path.join(aside, 'is-complete'), '');
}

/** Puts the finished folder in its place. Another process may have been faster: then its folder stays. @param {Recipe} recipe @param {string} aside @param {string} folder */
function settle(recipe, aside, folder) {
  if (isWhole(folder, recipe)) return;
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(aside, folder);
  } catch (error) {
    if (!isWhole(folder, recipe)) throw error;
  }
}

/** @param {string} folder @param {Recipe} recipe */
function isWhole(folder, { proof }) {
  return ['is-complete', ...proof].every((file) => existsSync(path.join(folder, file)));
}

/** Names what the folder is made from, so that a change of recipe or shims makes a new one. @param {string} name */
function fingerprint(name) {
  const hash = createHash('sha256').update(LAYOUT);
  for (const folder of [path.join(here, name), shims]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const full = path.join(folder, file);
      if (statSync(full).isFile()) hash.update(`${file}\n`).update(readFileSync(full));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** Removes what interrupted preparations left beside `folder`. @param {string} folder */
function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  for (const name of readdirSync(parent)) {
    const id = name.startsWith(`${path.basename(folder)}.tmp-`) && Number(name.split('-').at(-1));
    if (!id) continue;
    const age = Date.now() - statSync(path.join(parent, name)).mtimeMs;
    if (!isRunning(id) || age > ABANDONED_AFTER_MS) rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
