// @ts-check
// The sample workspace for people and for tests. Its dates are counted from the day it is made, so it is made again each day.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, workFolder } from './places.mjs';
import { capture } from './processes.mjs';
import { Refusal } from './refusal.mjs';

const makers = path.join(root, 'tools', 'sample');
const samples = path.join(workFolder, 'samples');
/** No sample takes longer to make. */
const HALF_MADE_MS = 600_000;

/**
 * The sample as it is made, not to be changed: copy it. Made when it is missing, from yesterday, or its script changed.
 * @param {{ year?: boolean }} [options] `year`: with a year of reflections.
 * @returns {Promise<string>}
 */
export async function sample({ year = false } = {}) {
  const kind = year ? 'year' : 'plain';
  const folder = path.join(samples, `${kind}-${stamp()}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.tmp-${process.pid}`;
  removeOthers(kind);
  mkdirSync(samples, { recursive: true });
  const { code, output } = await capture(process.execPath, [path.join(makers, 'make.mjs'), aside, ...(year ? ['--year'] : [])], { cwd: root });
  if (code !== 0) throw new Refusal(`The sample workspace could not be made:\n${output.trim()}`);
  settle(aside, folder);
  return folder;
}

/** Puts a finished sample in its place. Another process may have been faster. @param {string} aside @param {string} folder */
function settle(aside, folder) {
  try {
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * A fresh copy of the sample in `folder`; what was there is gone.
 * @param {string} folder
 * @param {{ year?: boolean }} [options]
 */
export async function copySample(folder, options) {
  const made = await sample(options);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  cpSync(made, folder, { recursive: true, preserveTimestamps: true });
}

/** Names the day and the script: a sample with another stamp is out of date. */
export function stamp() {
  const hash = createHash('sha256').update(new Date().toDateString());
  for (const file of readdirSync(makers, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.mjs')) hash.update(`${file}\n`).update(readFileSync(path.join(makers, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Removes samples of other days and scripts, and half-made ones of runs that are over. @param {string} kind */
function removeOthers(kind) {
  if (!existsSync(samples)) return;
  for (const name of readdirSync(samples)) {
    const folder = path.join(samples, name);
    const inTheMaking = name.includes('.tmp-') && Date.now() - statSync(folder).mtimeMs < HALF_MADE_MS;
    if (name.startsWith(`${kind}-`) && !inTheMaking) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
