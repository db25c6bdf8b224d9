// @ts-check
// Builds what ships: for the editor dist/extension.cjs (its start) and one bundle for each part of src/vscode/parts.ts with what they share, one script a page, their sheets, the JSON Schemas of the files of a journal and of drills. `--watch` builds again on each change, `--production` minifies.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle, context, transform } from 'esbuild';
import { writeSchemas } from './tools/schema.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, minify: production, sourcemap: production ? false : 'linked', logLevel: 'warning', legalComments: 'none', metafile: true };

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...shared, outdir: 'dist', platform: 'node', target: 'node20', external: ['vscode'] };

/** The parts of the extension, as the lines of src/vscode/parts.ts name them. */
const parts = [...readFileSync(new URL('src/vscode/parts.ts', import.meta.url), 'utf8').matchAll(/(\w+)\s*:\s*typeof import\('\.\/(.+?)'\)/g)].map(([, name = '', module = '']) => ({ name, module }));

/**
 * Each window pays for what is loaded. esbuild would copy the editor's whole API, name by name, for each file that imports it (11 ms of 27),
 * and would keep tables of blanks of a JSON formatter that nothing here uses (1 ms).
 * @type {import('esbuild').Plugin}
 */
const quickToLoad = {
  name: 'quick-to-load',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](vscode[\\/].*|extension)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { loader: 'ts', contents: source.replace("import * as vscode from 'vscode';", "import vscode = require('vscode');") };
    });
    build.onResolve({ filter: /^\.\/string-intern$/ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
      if (pluginData === quickToLoad) return undefined;
      return { ...(await build.resolve(path, { resolveDir, kind, importer, pluginData: quickToLoad })), sideEffects: false };
    });
  },
};

/** The modules that several parts need, without those that are there already since `debrief` needs them: paths from here. */
async function neededTwice() {
  const { metafile: { inputs } } = await bundle({ ...forNode, entryPoints: parts.map(({ module }) => `src/vscode/${module}.ts`), format: 'esm', write: false, metafile: true, sourcemap: false, logLevel: 'silent' });
  const neededBy = (/** @type {string} */ module) => {
    const all = new Set([`src/vscode/${module}.ts`]);
    for (const each of all) for (const { path, external } of inputs[each]?.imports ?? []) if (!external) all.add(path);
    return all;
  };
  const there = neededBy('debrief');
  const needs = parts.flatMap(({ module }) => [...neededBy(module)]).filter((each) => each.startsWith('src/') && !there.has(each));
  return [...new Set(needs.filter((each, i) => needs.indexOf(each) < i))].sort();
}

/**
 * Every part says that it needs all of `debrief`, which is always loaded before, and all that several parts need. So esbuild makes one file of
 * each, from which the others take, instead of one for each set of parts that have something in common: those would be 40, a tenth larger.
 * @type {import('esbuild').Plugin}
 */
const onTopOfDebrief = {
  name: 'on-top-of-debrief',
  setup(build) {
    /** @type {string[]} */
    let common = [];
    build.onStart(async () => {
      common = await neededTwice().catch(() => common); // the build itself says what is wrong
    });
    build.onResolve({ filter: /^part:/ }, ({ path }) => ({ path, namespace: 'part' }));
    build.onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => {
      const needs = ['src/vscode/debrief', ...common].map((module) => `import './${module}';`);
      return { resolveDir: import.meta.dirname, contents: `${needs.join('')} export * from './src/vscode/${path.slice('part:'.length)}';` };
    });
  },
};

/**
 * esbuild shares code between bundles only as ES modules, and the editor loads CommonJS: writes each file as that, and takes away what an
 * earlier build left.
 * @type {import('esbuild').Plugin}
 */
const asCommonJs = {
  name: 'as-common-js',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      const folder = path.resolve('dist');
      await mkdir(folder, { recursive: true });
      const written = await Promise.all(outputFiles.map(async ({ path: file, text }) => {
        const { code } = await transform(text, { format: 'cjs', platform: 'neutral', target: 'node20', minify: production, sourcemap: production ? false : 'inline', legalComments: 'none' });
        await writeFile(file, code);
        return path.basename(file);
      }));
      if (outputFiles.length > 0) for (const file of readdirSync(folder)) if (file.endsWith('.cjs') && file !== 'extension.cjs' && !written.includes(file)) rmSync(path.join(folder, file));
    });
  },
};

/**
 * An icon as a text, of which a page holds what it draws: paths to a tenth of a pixel, and no tag that the page writes itself.
 * @type {import('esbuild').Plugin}
 */
const smallIcons = {
  name: 'small-icons',
  setup(build) {
    build.onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const svg = await readFile(path, 'utf8');
      const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
      return { loader: 'text', contents: inside.replace(/\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(1))).replace(/^0\./, '.')) };
    });
  },
};

/** What is built. @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  { ...forNode, entryPoints: { extension: 'src/extension.ts' }, outExtension: { '.js': '.cjs' }, format: 'cjs', plugins: [quickToLoad] },
  {
    ...forNode,
    entryPoints: Object.fromEntries(parts.map(({ name, module }) => [name, name === 'debrief' ? `src/vscode/${module}.ts` : `part:${module}`])),
    outExtension: { '.js': '.cjs' }, format: 'esm', splitting: true, chunkNames: 'shared-[hash]', write: false, sourcemap: production ? false : 'inline',
    plugins: [quickToLoad, onTopOfDebrief],
  },
  {
    ...shared,
    entryPoints: { reflection: 'src/webview/reflection/main.tsx', deep: 'src/webview/deep/main.tsx', letter: 'src/webview/letter/main.tsx', privacy: 'src/webview/privacy/main.tsx', dashboard: 'src/webview/dashboard/main.tsx', share: 'src/webview/share/main.tsx', tableImport: 'src/webview/tableImport/main.tsx' },
    outdir: 'dist', platform: 'browser', format: 'iife', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact', plugins: [smallIcons],
    tsconfig: 'src/webview/tsconfig.json',
  },
  { ...shared, entryPoints: ['media/panel.css', 'media/deep.css', 'media/dashboard.css', 'media/share.css', 'media/privacy.css', 'media/import.css'], outdir: 'dist', sourcemap: false, target: 'es2022' },
];

async function buildAll() {
  for (const options of bundles) {
    const build = await context(options.splitting ? { ...options, plugins: [...(options.plugins ?? []), asCommonJs] } : options);
    if (watch) await build.watch();
    else {
      await build.rebuild();
      await build.dispose();
    }
  }
  await writeSchemas('dist');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
