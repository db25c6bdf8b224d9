// @ts-check
// Tests inside the extension host. Each scene is a window of its own, with the tests of its folder under test/host.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { closeDesktop } from '../host/desktop.mjs';
import { changeSettings, desktopSettings, quiet } from '../host/settings.mjs';
import { root, workFolder } from '../places.mjs';
import { isStopping, onStop } from '../processes.mjs';
import { copySample } from '../workspace.mjs';
import { broken, sum, tallied } from './tally.mjs';

const sources = path.join(root, 'test', 'host');
const bundles = path.join(root, 'dist', 'test', 'host');
const workspaces = path.join(workFolder, 'host');

/**
 * What is opened, by the folder that holds the tests. @type {Record<string, { title: string, open: () => Promise<string | undefined>, restricted?: boolean }>}
 */
const scenes = {
  '.': { title: 'the sample workspace', open: () => workspace('payments') },
  'no-folder': { title: 'no folder', open: async () => undefined },
  'several-folders': { title: 'several folders', open: severalFolders },
  restricted: { title: 'Restricted Mode', open: () => workspace('restricted'), restricted: true },
};

/**
 * @param {object} options
 * @param {import('../host/provision.mjs').Version} options.version
 * @param {Promise<import('./editor.mjs').Editor>} options.editor
 * @param {string} [options.grep] Only tests whose title matches.
 * @param {boolean} [options.lean] Without the editor's own extensions that ours never meets. False where absent; the desktop editor has all.
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runHost({ version, editor, grep, lean = false }) {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  await bundle(files);
  const { kind, executable } = await editor;
  const tallies = [];
  for (const [folder, scene] of Object.entries(scenes)) {
    if (!files.some((file) => path.dirname(file) === folder)) continue;
    if (scene.restricted && kind === 'desktop') {
      console.log(`\nin the extension host, ${scene.title}: not run, for the desktop editor's test run trusts every workspace`);
      continue;
    }
    console.log(`\nin the extension host, ${scene.title} (${kind} editor)`);
    const env = { VSCODE_HOST_VERSION: version, VSCODE_HOST_TRUST: scene.restricted ? 'ask' : '', TEST_SCENE: folder, TEST_GREP: grep ?? '', TEST_LEAN: lean ? '1' : '' };
    tallies.push(await tallied('host', async (TEST_TALLY) => runScene(executable, await scene.open(), { ...env, TEST_TALLY }), { mayBeEmpty: grep !== undefined }));
  }
  const total = sum(tallies);
  return total.passed + total.failed > 0 ? total : broken('no test ran.');
}

/** @param {string[]} files */
async function bundle(files) {
  rmSync(bundles, { recursive: true, force: true });
  await build({
    entryPoints: ['index.ts', ...files].map((file) => path.join(sources, file)),
    outbase: sources,
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Gives the exit code of the editor. @param {string} executable @param {string | undefined} folder @param {Record<string, string>} env */
async function runScene(executable, folder, env) {
  const profile = mkdtempSync(path.join(tmpdir(), 'ld-host-')); // short: sockets are made in it
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  onStop(() => closeDesktop(profile));
  onStop(clear);
  try {
    changeSettings(desktopSettings(profile), quiet);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundles, 'index.cjs'),
      extensionTestsEnv: env,
      launchArgs: [...(folder ? [folder] : []), `--user-data-dir=${profile}`, `--extensions-dir=${path.join(profile, 'extensions')}`],
    });
    return 0;
  } catch (error) {
    if (isStopping()) return 1;
    keepLogs(profile, env.TEST_SCENE ?? '.');
    return /** @type {{ code?: number }} */ (error).code ?? 1;
  } finally {
    clear();
  }
}

/** What the editor said stays where it can be read after a failed run. @param {string} profile @param {string} scene */
function keepLogs(profile, scene) {
  const kept = path.join(workFolder, 'logs', scene === '.' ? 'workspace' : scene);
  rmSync(kept, { recursive: true, force: true });
  for (const name of ['host.log', 'workbench.log', path.join('data', 'logs'), 'logs']) {
    if (existsSync(path.join(profile, name))) cpSync(path.join(profile, name), path.join(kept, name), { recursive: true });
  }
  if (existsSync(kept)) console.error(`What the editor logged is in ${kept}`);
}

/** @param {string} name */
async function workspace(name) {
  const folder = path.join(workspaces, name);
  await copySample(folder);
  return folder;
}

async function severalFolders() {
  const names = ['first', 'second'];
  const file = path.join(workspaces, 'several.code-workspace');
  for (const name of names) await workspace(name);
  mkdirSync(workspaces, { recursive: true });
  writeFileSync(file, JSON.stringify({ folders: names.map((name) => ({ path: name })) }));
  return file;
}
