// @ts-check
// Builds what ships: for the editor dist/extension.cjs (its start), dist/debrief.cjs (the rest), dist/sitting.cjs (a reflection), dist/growthView.cjs (the dashboard), and one each for questions that most windows never ask (where the journal is, after an incident, plans, backups, what was deleted, search, tags and names, privacy, aliases, hiding contents, documentation, a made-up incident, sharing, importing, links to incidents, finding incidents), one script a page, their sheets, the JSON Schema of a journal file. `--watch` builds again on each change, `--production` minifies.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { writeIncidentSchema } from './tools/schema.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, minify: production, sourcemap: production ? false : 'linked', logLevel: 'warning', legalComments: 'none', metafile: true };

/**
 * Each window pays for what is loaded. At its start that is only what registers the extension: the rest is a bundle of its own. esbuild would
 * copy the editor's whole API, name by name, for each file that imports it (11 ms of 27), and would keep tables of blanks of a JSON
 * formatter that nothing here uses (1 ms).
 * @type {import('esbuild').Plugin}
 */
const quickToLoad = {
  name: 'quick-to-load',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](vscode[\\/].*|extension)\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { loader: 'ts', contents: source.replace("import * as vscode from 'vscode';", "import vscode = require('vscode');") };
    });
    build.onResolve({ filter: /^\.\/vscode\/debrief$/ }, () => ({ path: './debrief.cjs', external: true }));
    build.onResolve({ filter: /^\.\/(asking|prompting|sitting|keeping|restoring|deletedPick|growthView|planning|privacy|replacing|searching|tidying|hideContents|documentation|tryout|share|importing|linking|copyingLink|found)$/ }, ({ path }) => ({ path: `${path}.cjs`, external: true }));
    build.onResolve({ filter: /^\.\.\/found\/found$/ }, () => ({ path: './found.cjs', external: true }));
    build.onResolve({ filter: /^\.\/string-intern$/ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
      if (pluginData === quickToLoad) return undefined;
      return { ...(await build.resolve(path, { resolveDir, kind, importer, pluginData: quickToLoad })), sideEffects: false };
    });
  },
};

/**
 * An icon as a text, of which a page holds what it draws: paths to a hundredth of a pixel, and no tag that the page writes itself.
 * @type {import('esbuild').Plugin}
 */
const smallIcons = {
  name: 'small-icons',
  setup(build) {
    build.onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const svg = await readFile(path, 'utf8');
      const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
      return { loader: 'text', contents: inside.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))) };
    });
  },
};

/** What is built. @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...shared,
    entryPoints: {
      extension: 'src/extension.ts',
      debrief: 'src/vscode/debrief.ts',
      asking: 'src/vscode/place/asking.ts',
      prompting: 'src/vscode/prompting/prompting.ts',
      sitting: 'src/vscode/reflection/sitting.ts',
      growthView: 'src/vscode/sidebar/growthView.ts',
      planning: 'src/vscode/plan/planning.ts',
      keeping: 'src/vscode/keeping/keeping.ts',
      restoring: 'src/vscode/keeping/restoring.ts',
      deletedPick: 'src/vscode/keeping/deletedPick.ts',
      privacy: 'src/vscode/privacy/privacy.ts',
      replacing: 'src/vscode/privacy/replacing.ts',
      searching: 'src/vscode/history/searching.ts',
      tidying: 'src/vscode/history/tidying.ts',
      hideContents: 'src/vscode/hideContents.ts',
      documentation: 'src/vscode/documentation.ts',
      share: 'src/vscode/share/share.ts',
      importing: 'src/vscode/share/importing.ts',
      linking: 'src/vscode/incidentLink/linking.ts',
      copyingLink: 'src/vscode/incidentLink/copyingLink.ts',
      tryout: 'src/vscode/reflection/tryout.ts',
      found: 'src/vscode/found/found.ts',
    },
    outExtension: { '.js': '.cjs' }, outdir: 'dist', platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], plugins: [quickToLoad],
  },
  {
    ...shared,
    entryPoints: { reflection: 'src/webview/reflection/main.tsx', letter: 'src/webview/letter/main.tsx', privacy: 'src/webview/privacy/main.tsx', dashboard: 'src/webview/dashboard/main.tsx', share: 'src/webview/share/main.tsx', tableImport: 'src/webview/tableImport/main.tsx' },
    outdir: 'dist', platform: 'browser', format: 'iife', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact', plugins: [smallIcons],
    tsconfig: 'src/webview/tsconfig.json',
  },
  { ...shared, entryPoints: ['media/base.css', 'media/panel.css', 'media/dashboard.css', 'media/share.css', 'media/privacy.css', 'media/import.css'], outdir: 'dist', sourcemap: false, target: 'es2022' },
];

async function buildAll() {
  for (const options of bundles) {
    const build = await context(options);
    if (watch) await build.watch();
    else {
      await build.rebuild();
      await build.dispose();
    }
  }
  await writeIncidentSchema('dist/incident.schema.json');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
