// @ts-check
// npm run bench: installs, builds, packages, measures one thing after the other, prints a table and writes bench-results.json.
//   npm run bench -- NAME…   only these
// It reports: a bound that is missed does not fail it. It fails where something could not be measured.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './places.mjs';
import { run } from './processes.mjs';
import { Refusal, enter } from './refusal.mjs';
import { setUp } from './setup.mjs';

/** What can be measured, and the file in test/bench that does it. */
const benches = /** @type {Record<string, { file: string, inEditor?: boolean }>} */ ({
  sizes: { file: 'sizes' },
  saving: { file: 'storeSave' },
  opening: { file: 'storeOpen' },
  dashboard: { file: 'dashboard' },
  search: { file: 'search' },
  exporting: { file: 'exporting' },
  evidence: { file: 'evidence' },
  signals: { file: 'signals' },
  documents: { file: 'documents' },
  identity: { file: 'identity' },
  importing: { file: 'importing' },
  plans: { file: 'plans' },
  cues: { file: 'cues', inEditor: true },
  activation: { file: 'activation', inEditor: true },
  panel: { file: 'panel', inEditor: true },
  growth: { file: 'growth', inEditor: true },
  memory: { file: 'memory', inEditor: true },
  typing: { file: 'typing', inEditor: true },
  idle: { file: 'idle', inEditor: true },
});

/** @typedef {import('../test/bench/row.ts').BenchRow} BenchRow */

/** @param {string[]} names @returns {Promise<{ rows: BenchRow[], missing: string[] }>} */
async function measure(names) {
  const { build, packageExtension } = await import('./package.mjs');
  const { vsixFile } = await import('./places.mjs');
  await build();
  await packageExtension(vsixFile);
  const rows = [];
  const missing = [];
  for (const name of names) {
    console.log(`== ${name} (load ${load()})`);
    const measured = await measureOne(name);
    if (measured) rows.push(...measured);
    else missing.push(name);
  }
  return { rows, missing };
}

/** A process of its own for each: none warms up or slows the next. @param {string} name @returns {Promise<BenchRow[] | undefined>} */
async function measureOne(name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-bench-'));
  const result = path.join(folder, 'rows.json');
  const bench = path.join(root, 'test', 'bench');
  try {
    const code = await run(process.execPath, ['--import=tsx', path.join(bench, 'run.ts'), `./${benches[name]?.file}`, result], { cwd: root });
    return code === 0 ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How busy the machine is: the average number of processes that want one of its cores. */
const load = () => `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;

/** @param {BenchRow[]} rows */
function table(rows) {
  const cells = rows.map(({ name, unit, measured, floor, ratio, bound, within }) => [
    name,
    `${inWords(measured)} ${unit}`,
    floor === null ? '' : `${inWords(floor)} ${unit}`,
    ratio === null ? '' : `${inWords(ratio)} x`,
    ratio === null ? `${inWords(bound)} ${unit}` : `${inWords(bound)} x`,
    within ? 'yes' : 'NO',
  ]);
  const lines = [['what', 'measured', 'floor', 'ratio', 'at most', 'within'], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

/** @param {number} value */
const inWords = (value) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

/** @param {string[]} asked */
async function choose(asked) {
  const unknown = asked.find((name) => !(name in benches));
  if (unknown) throw new Refusal(`There is no bench called ${unknown}: ${Object.keys(benches).join(', ')}.`);
  const { whyNotServed } = await import('./host/provision.mjs');
  const reason = whyNotServed();
  const names = asked.length > 0 ? asked : Object.keys(benches);
  const here = names.filter((name) => !reason || !benches[name]?.inEditor);
  if (reason && here.length < names.length) console.log(`Not measured here: ${names.filter((name) => !here.includes(name)).join(', ')}. ${reason}`);
  return here;
}

await enter(async () => {
  await setUp();
  const names = await choose(process.argv.slice(2));
  const before = load();
  const { rows, missing } = await measure(names);
  const file = path.join(root, 'bench-results.json');
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`\n${table(rows)}\n\nIn ${file}. Load ${before} at the start, ${load()} at the end.`);
  if (missing.length === 0) return 0;
  throw new Refusal(`Could not be measured, for the reason above: ${missing.join(', ')}.`);
});
