// @ts-check
// Puts the figures of the last whole torture into docs/nothing-is-lost.md: node tools/torturePage.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { Refusal, enter } from './refusal.mjs';
import { cellsOf, keptRows, missing, resultsFile, titles } from './suites/tortureRows.mjs';

const page = path.join(root, 'docs', 'nothing-is-lost.md');
const [BEGIN, END] = ['<!-- figures of the last run, written by tools/torturePage.mjs -->', '<!-- end of the figures -->'];

/** @typedef {import('./suites/tortureRows.mjs').Row} Row */

await enter(async () => {
  if (!existsSync(resultsFile)) throw new Refusal('There are no figures yet: run npm run torture first.');
  const kept = keptRows();
  const keys = /** @type {Row['key'][]} */ (Object.keys(titles));
  const rows = keys.map((key) => kept.find((row) => row.key === key) ?? missing(key));
  const text = readFileSync(page, 'utf8');
  const [before, rest] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || rest < before) throw new Refusal(`${page} has no place for the figures.`);
  writeFileSync(page, `${text.slice(0, before)}${BEGIN}\n\n${figures(rows)}\n\n${text.slice(rest)}`);
  console.log(page);
  return 0;
});

/** @param {readonly Row[]} rows */
function figures(rows) {
  const days = [...new Set(rows.flatMap(({ at }) => (at ? [at.slice(0, 10)] : [])))].sort();
  const machines = [...new Set(rows.flatMap(({ on }) => on ?? []))];
  const lines = rows.map((row) => `| ${cellsOf(row).map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  const reasons = rows.flatMap((row) => (row.reason ? [`- ${titles[row.key]}: ${row.reason}`] : []));
  return [
    `Run on ${days.join(' and ')} (${machines.join('; ')}).`,
    ['| what | how often | lost | other | verdict |', '|---|--:|--:|---|---|', ...lines].join('\n'),
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    'What the person was told, to the letter:',
    rows.flatMap((row) => (row.words ?? []).map((words) => `- ${titles[row.key]}: “${words}”`)).join('\n'),
  ].join('\n\n');
}
