// @ts-check
// Builds the extension and packages it: node tools/package.mjs [file.vsix]
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './places.mjs';
import { capture, run } from './processes.mjs';
import { Refusal, enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

/**
 * Builds the extension into dist/.
 * @param {{ forDebugging?: boolean }} [options] `forDebugging`: readable and with maps, instead of what ships.
 */
export async function build({ forDebugging = false } = {}) {
  const code = await run(process.execPath, ['esbuild.mjs', ...(forDebugging ? [] : ['--production'])], { cwd: root });
  if (code !== 0) throw new Refusal('The extension could not be built: see above.');
}

/**
 * Packages what `build` made. The file is put in place when it is whole.
 * @param {string} file
 */
export async function packageExtension(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { code, output } = await capture(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', aside], { cwd: root });
  if (code !== 0) throw new Refusal(`The extension could not be packaged:\n${output.trim()}`);
  renameSync(aside, file);
}

function fileName() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await enter(async () => {
    await setUp();
    const file = path.resolve(process.argv[2] ?? fileName());
    await build();
    await packageExtension(file);
    console.log(`${file} (${Math.round(statSync(file).size / 1000)} KB)`);
    return 0;
  });
}
