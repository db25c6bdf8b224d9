// @ts-check
// The table that `npm run torture` ends with: what its lines are, how they are gathered from the tests, and how they are printed and kept.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release } from 'node:os';
import path from 'node:path';
import { workFolder } from '../places.mjs';

/** Every line that there should be, in the order of the table. One that no test has written is said to be not run. */
export const titles = {
  killedProgram: 'a program that saves without pause is killed',
  killedEditor: 'the editor’s extension process is killed while somebody types',
  twoPrograms: 'two programs change one incident, each so often',
  twoProgramsKills: 'the same, while a third is killed and started again',
  twoWindows: 'two windows of the editor change one incident, each so often',
  cutSaves: 'power cut: the first save and later ones',
  cutPeople: 'power cut: people and facts of the journal',
  cutRestore: 'power cut: bringing back a copy',
  cutGone: 'power cut: bringing back a whole journal',
  cutDelete: 'power cut: deleting for ever',
  cutDeleteShared: 'power cut: deleting for ever in a shared journal',
  cutFormat: 'power cut: writing an older format anew',
  cutMove: 'power cut: moving the journal',
  cutPrompts: 'power cut: the history of prompts',
  cutShare: 'power cut: sharing through git, and taking it back',
  cutConflict: 'power cut: merging what git left in conflict',
  cutFaults: 'power cut: faults put in on purpose, found',
  diskFull: 'the disk is full',
  diskReadOnly: 'the disk can only be read',
  diskPermission: 'no permission to write',
  diskUnreadable: 'no permission to read one record',
  diskGone: 'the journal’s folder vanishes',
  diskFileGone: 'the file of one incident vanishes',
  diskLink: 'the journal’s folder is a link',
  diskDangling: 'the journal’s folder is a link to nowhere',
  screenFull: 'on screen: the disk is full',
  screenReadOnly: 'on screen: the disk can only be read',
  screenPermission: 'on screen: no permission to write',
  screenGone: 'on screen: the journal’s folder vanishes',
  screenFileGone: 'on screen: the file of one incident vanishes',
  screenLink: 'on screen: the journal’s folder is a link',
  fuzzed: 'damaged and random journal files',
  merge: 'each property of merging',
  mergeFaults: 'merging: faults put in on purpose, found',
  model: 'random sequences of commands against a plain map',
  git: 'two clones with a shared remote, rounds of concurrent work',
  links: 'links of all kinds, also those that mean harm',
  documents: 'documents of all kinds, also those that mean harm',
  tables: 'damaged exports, random bytes, JSON and rows to import',
  prompting: 'days of a simulated lead, in all zones',
  year: 'years of a simulated lead with forty incidents and two machines',
};

/** @typedef {keyof typeof titles} RowKey */

/**
 * A line of the table.
 * @typedef {object} Row
 * @property {RowKey} key
 * @property {number} often How often it was done; of power cuts, on how many possible disks it was judged.
 * @property {number} [lost] What was acknowledged and is not there.
 * @property {Readonly<Record<string, number>>} [wrong] Whatever else must be 0, by its name.
 * @property {string} [seen] What else was seen, in words.
 * @property {readonly string[]} [words] What the person was told, to the letter.
 * @property {'held' | 'failed' | 'not run'} verdict
 * @property {string} [reason] Why it failed or was not run.
 * @property {string} [at] When, as ISO 8601 in UTC.
 * @property {string} [on] The machine.
 * @property {boolean} [whole] Whether this was the whole form. The short one is part of `npm test`.
 */

const rowsFile = path.join(workFolder, 'torture-rows.jsonl');
export const resultsFile = path.join(workFolder, 'torture-results.json');

/** Tells the tests that are started from now on where to write their lines. @param {boolean} whole */
export function gatherRows(whole) {
  mkdirSync(workFolder, { recursive: true });
  rmSync(rowsFile, { force: true });
  process.env.TORTURE_ROWS = rowsFile;
  if (whole) process.env.TORTURE = '1';
}

/** Called by tests. Where nobody gathers lines, nothing is written. @param {Row} row */
export function writeRow(row) {
  const file = process.env.TORTURE_ROWS;
  if (file) appendFileSync(file, `${JSON.stringify({ ...row, at: new Date().toISOString(), whole: Boolean(process.env.TORTURE) })}\n`);
}

/** @returns {readonly Row[]} what was written since `gatherRows`; lines of one key are one line */
function gathered() {
  if (!existsSync(rowsFile)) return [];
  /** @type {Row[]} */
  const rows = readFileSync(rowsFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const keys = /** @type {RowKey[]} */ (Object.keys(titles));
  return keys.flatMap((key) => {
    const same = rows.filter((row) => row.key === key);
    return same.length === 0 ? [] : [same.reduce(joined)];
  });
}

const verdicts = /** @type {const} */ (['failed', 'not run', 'held']);

/** @param {Row} one @param {Row} other @returns {Row} */
function joined(one, other) {
  const reason = [...new Set([one.reason, other.reason].filter(Boolean))].join(' ');
  const seen = [...new Set([one.seen, other.seen].filter(Boolean))].join('; ');
  const names = Object.keys({ ...one.wrong, ...other.wrong });
  return {
    ...one, ...other,
    often: one.often + other.often,
    ...(one.lost !== undefined || other.lost !== undefined ? { lost: (one.lost ?? 0) + (other.lost ?? 0) } : {}),
    ...(names.length > 0 ? { wrong: Object.fromEntries(names.map((name) => [name, (one.wrong?.[name] ?? 0) + (other.wrong?.[name] ?? 0)])) } : {}),
    ...(one.words || other.words ? { words: [...new Set([...(one.words ?? []), ...(other.words ?? [])])] } : {}),
    ...(reason ? { reason } : {}),
    ...(seen ? { seen } : {}),
    verdict: verdicts.find((verdict) => [one, other].some((row) => row.verdict === verdict)) ?? 'held',
  };
}

/**
 * Prints what was gathered as a table. The whole form is also kept: lines that this run has not written stay as they were.
 * @param {boolean} whole
 * @param {boolean} all Whether every line was to be written, so that one that was not is said to be missing.
 */
export function endRows(whole, all) {
  const rows = gathered();
  if (whole) keep(rows);
  const keys = /** @type {RowKey[]} */ (Object.keys(titles)).filter((key) => all || rows.some((row) => row.key === key));
  const shown = keys.map((key) => rows.find((row) => row.key === key) ?? missing(key));
  if (shown.length > 0) console.log(`\n${whole ? 'Torture' : 'Torture, short form (npm run torture is the whole one)'}\n${tableOf(shown)}`);
}

/** @param {RowKey} key @returns {Row} */
export const missing = (key) => ({ key, often: 0, verdict: 'not run' });

/** @param {readonly Row[]} rows */
function keep(rows) {
  const before = keptRows().filter(({ key }) => !rows.some((row) => row.key === key));
  const on = `${platform()} ${release()}, ${arch()}, ${cpus().length} processors, Node ${process.versions.node}`;
  writeFileSync(resultsFile, `${JSON.stringify([...before, ...rows.map((row) => ({ ...row, on }))], null, 2)}\n`);
}

/** The lines of the last whole runs. @returns {readonly Row[]} */
export function keptRows() {
  return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : [];
}

/** @param {number} number */
const inWords = (number) => number.toLocaleString('en');

/** The cells of a line, all text. @param {Row} row @returns {readonly [what: string, often: string, lost: string, other: string, verdict: string]} */
export function cellsOf(row) {
  const wrong = Object.entries(row.wrong ?? {}).map(([name, count]) => `${inWords(count)} ${name}`);
  const other = [...wrong, ...(row.seen ? [row.seen] : [])].join(', ');
  return [titles[row.key], row.often > 0 ? inWords(row.often) : '', row.lost === undefined ? '' : inWords(row.lost), other, row.verdict];
}

/** @param {readonly Row[]} rows */
function tableOf(rows) {
  const cells = [/** @type {const} */ (['what', 'how often', 'lost', 'other', 'verdict']), ...rows.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((each) => (each[column] ?? '').length)));
  const numbers = new Set([1, 2]);
  return cells.map((each, line) => {
    const text = each.map((cell, column) => (numbers.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
    const row = rows[line - 1];
    return [text, ...(row?.words ?? []).map((words) => `    “${words}”`), ...(row?.reason ? [`    ${row.reason}`] : [])].join('\n');
  }).join('\n');
}
