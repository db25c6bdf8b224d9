// @ts-check
// Writes THIRD-PARTY-NOTICES.txt: the licences of every package that is in the bundles, as esbuild says which those are.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundles } from '../esbuild.mjs';
import { root } from './places.mjs';

const file = path.join(root, 'THIRD-PARTY-NOTICES.txt');
const rule = '='.repeat(78);
/** The licence text of packages that name a licence and ship no file of it. */
const withoutFile = `MIT License

Copyright (c) Microsoft Corporation. All rights reserved.

${readFileSync(path.join(root, 'LICENSE'), 'utf8').split('\n').slice(4).join('\n').trim()}`;

/** The packages that are in the bundles, with the folders from which the bundler took them. @returns {Promise<[name: string, folder: string][]>} */
async function bundledFolders() {
  const folders = new Map();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, write: false, sourcemap: false });
    for (const input of Object.keys(metafile?.inputs ?? {})) {
      const [folder, name] = /^.*?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
      if (name) folders.set(name, path.resolve(folder ?? ''));
    }
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The names of the packages that are in the bundles. @returns {Promise<string[]>} */
export async function bundledPackages() {
  return (await bundledFolders()).map(([name]) => name);
}

/** What the file says. */
export async function notices() {
  const parts = (await bundledFolders()).map(([name, folder]) => {
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter((each) => /^licen[cs]e/i.test(each)).map((each) => readFileSync(path.join(folder, each), 'utf8').trim());
    return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${texts.length > 0 ? texts.join('\n\n') : withoutFile}\n`;
  });
  return `Lead Debrief contains parts of the following packages. Each is used under its own licence, given below.\n\n${parts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const now = await notices();
  writeFileSync(file, now);
  console.log(now === before ? 'THIRD-PARTY-NOTICES.txt is up to date.' : 'THIRD-PARTY-NOTICES.txt was written.');
}
