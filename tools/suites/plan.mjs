// @ts-check
// What each run consists of, and how it is carried out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { newest, oldest, provisionBrowser, provisionServer, whyNotServed } from '../host/provision.mjs';
import { extensionsWith } from '../host/workbench.mjs';
import { build, packageExtension } from '../package.mjs';
import { root, vsixFile, workFolder } from '../places.mjs';
import { capture, isStopping } from '../processes.mjs';
import { Refusal, sentenceFor } from '../refusal.mjs';
import { sample } from '../workspace.mjs';
import { runMocha } from './mocha.mjs';
import { broken, inWords, nothing, sum } from './tally.mjs';
import { endRows, gatherRows } from './tortureRows.mjs';

/** A test that looks at the editor may take this long, in milliseconds: starting the editor is part of many. */
const UI_TIMEOUT = 120_000;

/** A unit test that runs beside windows may take this long, in milliseconds; alone it has the time that .mocharc.json gives. */
const BESIDE_TIMEOUT = 60_000;

/** So many files of tests run at the same time: one more than there are processors, for each waits often. */
const AT_ONCE = Math.min(Math.max(availableParallelism(), 2) + 1, 5);

/**
 * @typedef {object} Run
 * @property {import('../host/provision.mjs').Version} version
 * @property {string[]} more What the person added on the command line.
 * @property {boolean} whole Whether this is the run of everything.
 * @property {boolean} [isBehind] Whether other steps show their progress meanwhile: what this one prints is shown at its end, under its name.
 * @property {Promise<import('./editor.mjs').Editor>} [editor] For host tests.
 * @property {Promise<unknown>} [installed] For UI tests: the served editor, and the extension as it is packaged, installed for it.
 */

/** @typedef {(run: Run) => Promise<import('./tally.mjs').Tally>} Step */

/** Tests that write lines of the torture's table. All of them run in `npm test` too, with small numbers. */
const inShort = 'test/unit/{incidentLink/readLink,documents/hostile,tableImport/fuzzed,store/{processes,powerCut*,movingFaults,diskFaults,fuzzed,model,gitRounds},journal/mergeRecords,prompting/year,year/simulatedYear}.test.ts';
const inShortEditor = ['test/ui/kills.test.ts', 'test/ui/twoWindows.test.ts', 'test/ui/diskWords.test.ts'];

/** @type {Record<string, Step>} */
const steps = {
  checks: () => checks({
    types: `node_modules/typescript/bin/tsc -p . ${remembering('main')}`,
    'types of the pages': `node_modules/typescript/bin/tsc -p src/webview ${remembering('webview')}`,
    lint: `node_modules/eslint/bin/eslint.js . --max-warnings 0 --cache --cache-strategy content --cache-location ${path.join(workFolder, 'eslint.json')}`,
  }),
  unit: ({ more, whole, isBehind = false }) => runMocha({
    name: 'unit', files: ['test/unit/**/*.test.ts'], more: [...(whole ? ['--forbid-only'] : more), ...atOnce(isBehind ? AT_ONCE - 1 : AT_ONCE)], isBehind, ...(isBehind ? { timeout: BESIDE_TIMEOUT } : {}),
  }),
  host: async ({ version, editor, more, whole }) => {
    const { runHost } = await import('./host.mjs');
    const grep = more[more.indexOf('--grep') + 1];
    return runHost({ version, lean: whole, editor: /** @type {NonNullable<typeof editor>} */ (editor), ...(grep && more.includes('--grep') ? { grep } : {}) });
  },
  ui: (run) => runUi(run, longestFirst(), { jobs: AT_ONCE, env: run.whole ? { TEST_LEAN: '1' } : {} }),
  matrix: (run) => runUi(run, longestFirst(), { jobs: AT_ONCE, env: { MATRIX: '1' } }),
  torture: ({ more }) => inHalf(more, false, (mine) => runMocha({ name: 'torture', files: [inShort], more: mine, timeout: 3_600_000 })),
  spreadsheet: async ({ more }) => {
    const { provisionSpreadsheet } = await import('./spreadsheet.mjs');
    return runMocha({ name: 'spreadsheet', files: ['test/spreadsheet/**/*.test.ts'], more, timeout: 120_000, env: { TEST_SOFFICE: await provisionSpreadsheet() } });
  },
  tortureEditor: (run) => inHalf(run.more, true, (mine) => runUi({ ...run, more: mine }, inShortEditor, {})),
};

/** The runs that there are: their steps, in their order. */
export const plans = {
  all: ['checks', 'unit', 'host', 'ui'],
  unit: ['unit'],
  host: ['host'],
  ui: ['ui'],
  oldest: ['host', 'ui'],
  matrix: ['matrix'],
  torture: ['torture', 'tortureEditor'],
  spreadsheet: ['spreadsheet'],
};

/** In the run of everything, these run beside the others, which wait for windows again and again: a processor would be idle then. */
const besideOthers = ['checks', 'unit'];

const inExtensionHost = ['host'];
const outside = ['ui', 'matrix', 'tortureEditor'];

/**
 * Runs the steps of a plan, prints the one last line and gives the exit code.
 * @param {keyof typeof plans} name
 * @param {string[]} more
 * @returns {Promise<number>}
 */
export async function runPlan(name, more) {
  const start = Date.now();
  const names = plans[name];
  const whole = name === 'torture';
  gatherRows(whole);
  const needsEditor = names.some((step) => [...inExtensionHost, ...outside].includes(step));
  const run = { version: name === 'oldest' ? oldest : newest, more, whole: name === 'all', ...(needsEditor ? prepareEditors(names, name === 'oldest' ? oldest : newest) : {}) };
  if (needsEditor) await build();
  const tallies = await carryOutAll(names, names.some((step) => outside.includes(step)) ? { ...run, installed: install(run) } : run);
  if (isStopping()) return 1;
  const total = sum(tallies);
  if (whole || name === 'all') endRows(whole, more.length === 0);
  console.log(`\nIn ${Math.round((Date.now() - start) / 1000)} s.`);
  for (const [index, step] of names.entries()) for (const failure of tallies[index]?.failures ?? []) console.log(`Failed: ${step}: ${failure}`);
  console.log(inWords(total));
  return total.failed > 0 ? 1 : 0;
}

/** Begins at once, while types, lint and unit tests run; whoever needs it waits. @param {string[]} names @param {import('../host/provision.mjs').Version} version */
function prepareEditors(names, version) {
  const editor = names.some((step) => inExtensionHost.includes(step)) ? import('./editor.mjs').then(({ chooseEditor }) => chooseEditor(version)) : undefined;
  const served = names.some((step) => outside.includes(step)) && !whyNotServed() ? Promise.all([provisionServer(version), provisionBrowser()]) : undefined;
  for (const promise of [editor, served]) promise?.catch(() => {}); // said where it is awaited
  return { ...(editor ? { editor } : {}), ...(served ? { served } : {}) };
}

/** Begins when everything is built, while other steps run. @param {Run & { served?: Promise<unknown> }} run @returns {Promise<unknown>} */
function install({ version, served }) {
  const installed = packageExtension(vsixFile).then(async () => {
    if (!served) return;
    await served;
    await extensionsWith(path.resolve(vsixFile), version);
  });
  installed.catch(() => {}); // said where it is awaited
  return installed;
}

/** Gives a tally for each step, in their order. @param {string[]} names @param {Run} run */
async function carryOutAll(names, run) {
  /** @type {Set<string>} */
  const said = new Set();
  /** @type {Promise<import('./tally.mjs').Tally>[]} */
  const begun = [];
  for (const step of names) {
    const isBehind = run.whole && besideOthers.includes(step);
    begun.push(carryOut(step, { ...run, isBehind }, said));
    if (!isBehind) await begun.at(-1);
    if (isStopping()) break;
  }
  return Promise.all(begun);
}

/** What was to be expected fails its step with a sentence, said once. @param {string} step @param {Run} run @param {Set<string>} said */
async function carryOut(step, run, said) {
  if (!run.isBehind) console.log(`\n== ${step}`);
  try {
    return await /** @type {Step} */ (steps[step])(run);
  } catch (error) {
    const sentence = sentenceFor(error);
    if (isStopping()) return broken('stopped.');
    if (sentence === undefined) console.error(error);
    else console.error(said.has(sentence) ? 'Not run, for the same reason.' : sentence);
    said.add(sentence ?? '');
    return broken(sentence ?? String(error));
  }
}

/** So that a second look at the types takes a moment; lint, which looks at each file by itself, remembers too. @param {string} name */
const remembering = (name) => `--incremental --tsBuildInfoFile ${path.join(workFolder, 'types', name)}.tsbuildinfo`;

/** Runs commands side by side, and says at the end what they found. Checks are not tests: they count only when they fail. @param {Record<string, string>} commands */
async function checks(commands) {
  const results = await Promise.all(Object.entries(commands).map(async ([name, command]) => ({ name, ...(await capture(process.execPath, command.split(' '), { cwd: root })) })));
  const failed = results.filter(({ code }) => code !== 0);
  console.log(['\n== checks', ...results.map(({ name, code, output }) => (code === 0 ? `${name}: nothing to say` : `${name}:\n${output}`))].join('\n'));
  return failed.length > 0 ? broken(failed.map(({ name }) => name).join(', ')) : nothing;
}

/** Options for mocha to look into so many files of tests at the same time. @param {number} jobs */
const atOnce = (jobs) => (jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []);

/** The files of UI tests in an order in which no long one is left for the end: those that open windows again and again, then by size, each with its groups. */
function longestFirst() {
  const folder = path.join(root, 'test', 'ui');
  const weight = (/** @type {string} */ file) => {
    const groups = path.join(folder, path.basename(file, '.test.ts'));
    const paths = [path.join(folder, file), ...(existsSync(groups) ? readdirSync(groups).map((name) => path.join(groups, name)) : [])];
    const text = paths.map((each) => readFileSync(each, 'utf8')).join('\n');
    return text.length + 10_000 * (text.match(/openWindow\(|\.reload\(/g) ?? []).length;
  };
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  return files.sort((one, other) => weight(other) - weight(one)).map((file) => `test/ui/${file}`);
}

/**
 * Runs one half of the torture, without the editor or (`isUi`) with it, with those of the files that the person named which belong to it.
 * @param {string[]} more @param {boolean} isUi @param {(mine: string[]) => Promise<import('./tally.mjs').Tally>} run
 */
async function inHalf(more, isUi, run) {
  const isFile = (/** @type {string} */ argument) => argument.endsWith('.ts');
  const mine = more.filter((argument) => !isFile(argument) || argument.includes('test/ui/') === isUi);
  return more.some(isFile) && !mine.some(isFile) ? nothing : run(mine);
}

/** @param {Run} run @param {string[]} files @param {{ jobs?: number, env?: NodeJS.ProcessEnv }} how */
async function runUi({ version, more, whole, installed }, files, { jobs = 1, env = {} }) {
  const reason = whyNotServed();
  if (reason && !whole) throw new Refusal(reason);
  if (reason) {
    console.log(`Not run here. ${reason}`);
    return nothing;
  }
  await installed;
  const TEST_SAMPLE = await sample();
  const options = [...(whole ? ['--forbid-only'] : more), ...atOnce(jobs)];
  return runMocha({
    name: 'ui', files, more: options, timeout: UI_TIMEOUT, env: { ...env, VSCODE_HOST_VERSION: version, TEST_VSIX: path.resolve(vsixFile), TEST_SAMPLE },
  });
}
