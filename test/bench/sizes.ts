// What ships, in KB of 1,024 bytes: the package, and its parts as they are in dist, minified.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root, vsixFile } from '../../tools/places.mjs';
import { type BenchRow, plainRow } from './row';

const parts: readonly { name: string; bound: number; files: readonly string[]; withRequired?: true }[] = [
  { name: 'size: package (.vsix)', bound: 500, files: [vsixFile] },
  { name: 'size: activation bundle', bound: 150, files: ['dist/extension.cjs'] },
  { name: 'size: activation bundle and the rest', bound: 150, files: ['dist/extension.cjs', 'dist/debrief.cjs'], withRequired: true },
  { name: 'size: reflection page', bound: 60, files: ['dist/reflection.js'] },
  { name: 'size: page of the deep path and of drills', bound: 60, files: ['dist/deep.js'] },
  { name: 'size: sheets of that page', bound: 24, files: ['dist/deep.css'] },
  { name: 'size: letter page', bound: 24, files: ['dist/letter.js'] },
  { name: 'size: dashboard page', bound: 40, files: ['dist/dashboard.js'] },
  { name: 'size: privacy page', bound: 24, files: ['dist/privacy.js'] },
  { name: 'size: share page', bound: 24, files: ['dist/share.js'] },
  { name: 'size: sheets of the share page', bound: 24, files: ['dist/panel.css', 'dist/share.css'] },
  { name: 'size: import page', bound: 24, files: ['dist/tableImport.js'] },
  { name: 'size: sheets of the import page', bound: 24, files: ['dist/panel.css', 'dist/import.css'] },
];

export async function sizes(): Promise<BenchRow[]> {
  const rows = parts.map(({ name, bound, files, withRequired }) => {
    const bytes = (withRequired ? required(files) : files).map((file) => statSync(path.resolve(root, file)).size).reduce((sum, size) => sum + size, 0);
    return plainRow(name, 'KB', bytes / 1024, bound);
  });
  return [...rows, plainRow('size: sheets', 'KB', sheets(['panel.css', 'dashboard.css']) / 1024, 24)];
}

/** The sheets of two pages, with what both of them import once. */
function sheets(names: readonly string[]): number {
  const contents = names.map((name) => `@import './${name}';`).join('');
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: path.join(root, 'media'), loader: 'css' }, bundle: true, minify: true, write: false, target: 'es2022' });
  return outputFiles[0]?.contents.length ?? 0;
}

/** Bundles with those that they load as they are loaded. */
function required(bundles: readonly string[]): readonly string[] {
  const all = new Set(bundles);
  for (const file of all) for (const [, name] of readFileSync(path.resolve(root, file), 'utf8').matchAll(/\brequire\("\.\/([\w-]+\.cjs)"\)/g)) all.add(`dist/${name}`);
  return [...all];
}
