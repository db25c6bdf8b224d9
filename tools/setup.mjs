// @ts-check
// What every command needs before anything else, on a machine with Node, npm and git only. Must itself run without node_modules.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmCi } from './npm.mjs';
import { root } from './places.mjs';
import { Refusal } from './refusal.mjs';

/** The oldest Node that the project's tools run on: [major, minor]. */
const OLDEST = [20, 19];

/** Checks Node and installs the project's dependencies where they are missing or are not those of the lock file. */
export async function setUp() {
  checkNode();
  if (isInstalled()) return;
  console.error('Installing the project\'s dependencies (once)');
  await npmCi({ folder: root, what: 'the project\'s dependencies', megabytes: 400 });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Refusal(`Node ${OLDEST.join('.')} or newer is needed; this is Node ${process.versions.node}. A newer one is at https://nodejs.org.`);
}

/**
 * Whether node_modules holds each package of the lock file in its version. npm writes its own account of node_modules last, so an
 * installation that was cut short has none, or the one from before.
 */
function isInstalled() {
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const present = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([name, { version, optional }]) => name === '' || optional || present[name]?.version === version);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} none where there is no such file */
function packagesIn(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
