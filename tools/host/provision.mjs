#!/usr/bin/env node
// @ts-check
// Prepares, once and cached, what the served editor needs, from the npm registry alone: VS Code's own server and web workbench, a Node
// of the version that this VS Code runs on, and a headless Chromium. Run by hand: node tools/host/provision.mjs [1.139|1.100|browser]…
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { Refusal, enter } from '../refusal.mjs';
import { fontSettings } from './fonts.mjs';
import { installed } from './install.mjs';

/** The served versions, the newest first: those that tests name, and what each is in full. */
export const versions = { '1.139': '1.139.1', '1.100': '1.100.3' };

/** @typedef {keyof typeof versions} Version */

/** The version that is served where none is named. */
export const newest = /** @type {Version} */ ('1.139');

/** The oldest version that the extension supports. */
export const oldest = /** @type {Version} */ ('1.100');

const platform = `${process.platform}-${process.arch}`;
const vscodeFolder = path.join('node_modules', 'code-server', 'lib', 'vscode');
const serverMain = path.join(vscodeFolder, 'out', 'server-main.js');
const node = path.join('node_modules', `node-${platform}`, 'bin', 'node');

/** Why the served editor cannot run on this machine, or undefined where it can. */
export function whyNotServed() {
  if (process.platform !== 'linux') return 'The served editor runs on Linux only.';
  if (!['x64', 'arm64'].includes(process.arch)) return `The served editor runs on x64 and arm64 only; this machine is ${process.arch}.`;
  const musl = readdirSync('/lib').some((name) => name.startsWith('ld-musl'));
  return musl ? 'The served editor needs a Linux with glibc; this one has musl.' : undefined;
}

/**
 * @typedef {object} PreparedServer
 * @property {string} node The Node that runs it.
 * @property {string} main The server's entry.
 * @property {string} vscode VS Code's own folder, with its product.json and built-in extensions.
 */

/**
 * VS Code's server, prepared if need be.
 * @param {Version} version
 * @returns {Promise<PreparedServer>}
 */
export async function provisionServer(version) {
  const reason = whyNotServed();
  if (reason) throw new Refusal(reason);
  const folder = await installed({
    name: `host-${version}`,
    what: `VS Code ${version}`,
    megabytes: 700,
    proof: [serverMain, node],
    finish: finishServer,
  });
  return { node: path.join(folder, node), main: path.join(folder, serverMain), vscode: path.join(folder, vscodeFolder) };
}

/** Links the modules to where the server looks for them, and removes what this machine never runs. @param {string} folder */
function finishServer(folder) {
  const modules = path.join(folder, 'node_modules');
  symlinkSync(path.join('..', '..', '..'), path.join(folder, vscodeFolder, 'node_modules'), 'dir');
  for (const [kept, others] of /** @type {const} */ ([
    [platform, path.join(modules, '@vscode', 'ripgrep-universal', 'bin')],
    [platform, path.join(modules, 'node-pty', 'prebuilds')],
    ['bin', path.join(modules, `node-${platform}`)],
  ])) {
    for (const name of readdirSync(others)) {
      if (name !== kept && name !== 'package.json') rmSync(path.join(others, name), { recursive: true });
    }
  }
}

/**
 * @typedef {object} PreparedBrowser
 * @property {string} executablePath
 * @property {NodeJS.ProcessEnv} env What the browser is started with.
 */

/**
 * A Chromium: `CHROME_PATH`, else the one from npm (Linux x64), else an installed one from the PATH.
 * @returns {Promise<PreparedBrowser>}
 */
export async function provisionBrowser() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, env: process.env };
  if (platform !== 'linux-x64') return installedBrowser();
  const folder = await installed({
    name: 'browser',
    what: 'the browser for tests',
    megabytes: 500,
    proof: [path.join('chromium', 'chromium')],
    finish: finishBrowser,
  });
  const env = { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'chromium', 'al2023', 'lib'), FONTCONFIG_FILE: fontSettings(folder) };
  return { executablePath: path.join(folder, 'chromium', 'chromium'), env };
}

/** @returns {PreparedBrowser} */
function installedBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
  if (found) return { executablePath: found, env: process.env };
  throw new Refusal(`Tests that look at the editor need a Chromium on ${platform}: install one, or name it in CHROME_PATH.`);
}

/** Unpacks the browser and the libraries that it brings. @param {string} folder */
async function finishBrowser(folder) {
  const packed = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const out = path.join(folder, 'chromium');
  const tar = createRequire(path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'package.json'))('tar-fs');
  mkdirSync(out);
  /** @param {string} name @param {NodeJS.WritableStream} target */
  const unpack = (name, target) => pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), target);
  await unpack('chromium.br', createWriteStream(path.join(out, 'chromium'), { mode: 0o755 }));
  await unpack('al2023.tar.br', tar.extract(path.join(out, 'al2023')));
  await unpack('swiftshader.tar.br', tar.extract(out));
  await unpack('fonts.tar.br', tar.extract(path.join(out, 'fonts')));
  rmSync(packed, { recursive: true });
}

/** @param {string[]} wanted */
async function prepare(wanted) {
  for (const name of wanted) {
    if (name !== 'browser' && !(name in versions)) throw new Refusal(`There is nothing called ${name} to prepare: ${[...Object.keys(versions), 'browser'].join(', ')}.`);
  }
  const made = await Promise.all(wanted.map((name) => (name === 'browser' ? provisionBrowser() : provisionServer(/** @type {Version} */ (name)))));
  for (const part of made) console.log('main' in part ? part.main : part.executablePath);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await enter(() => prepare(process.argv.length > 2 ? process.argv.slice(2) : [newest, 'browser']));
