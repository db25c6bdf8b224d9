// The two extensions that stand beside ours in the bench: the probe, and an empty one.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/places.mjs';
import { capture } from '../../tools/processes.mjs';

export const PROBE = 'bench.probe';
export const EMPTY = 'bench.empty';

/** An extension of one source file. */
export interface BareExtension {
  readonly id: string;
  /** Beside the probe, or a path from there. */
  readonly source: string;
  readonly activationEvents: readonly string[];
  readonly contributes?: object;
}

/** Two places of their own in the activity bar: one with nothing in it but a webview, and one where a list is below that, as in ours. */
const emptyView = {
  viewsContainers: {
    activitybar: [
      { id: 'bench', title: 'Bench', icon: '$(beaker)' },
      { id: 'benchBeside', title: 'Bench beside a list', icon: '$(beaker)' },
    ],
  },
  views: {
    bench: [{ id: 'bench.emptyView', name: 'Empty', type: 'webview' }],
    benchBeside: [
      { id: 'bench.emptyViewBeside', name: 'Empty', type: 'webview', initialSize: 3 },
      { id: 'bench.rows', name: 'Rows', initialSize: 2 },
    ],
  },
};

const extensions: readonly BareExtension[] = [
  { id: PROBE, source: 'extension.ts', activationEvents: ['*'], contributes: emptyView },
  { id: EMPTY, source: 'empty.ts', activationEvents: ['onStartupFinished'] },
];

/** Packages both into `folder`, as ours is packaged; gives the packages. */
export async function packageBareExtensions(folder: string): Promise<readonly string[]> {
  return Promise.all(extensions.map((extension) => packageBare(path.join(folder, extension.id), extension)));
}

/** Builds one into `folder`, which is then an extension. */
export async function buildBare(folder: string, { id, source, activationEvents, contributes = {} }: BareExtension): Promise<void> {
  const [publisher, name] = id.split('.');
  const manifest = { name, publisher, version: '1.0.0', engines: { vscode: '^1.100.0' }, main: './extension.cjs', activationEvents, contributes };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [path.join(import.meta.dirname, 'probe', source)],
    outfile: path.join(folder, 'extension.cjs'),
    bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], logLevel: 'warning',
  });
}

/** Packages one, as ours is packaged. @param folder a new folder for what goes into it; gives the package, which lies beside that */
async function packageBare(folder: string, extension: BareExtension): Promise<string> {
  await buildBare(folder, extension);
  const vsix = `${folder}.vsix`;
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { code, output } = await capture(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--allow-star-activation', '--skip-license', '--out', vsix], { cwd: folder });
  if (code !== 0) throw new Error(output);
  return vsix;
}
