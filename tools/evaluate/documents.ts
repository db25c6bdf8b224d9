// npm run evaluate -- documents FOLDER: one JSON line for each Markdown file below FOLDER, through the product's own reader and rules.
//   path            relative to FOLDER, with "/" between
//   accepted, score whether it is taken for an incident's document; from 4 on
//   title           always there
//   date            the document's day, "2026-05-14"
//   start, end      a time in UTC; only the day where no time is given. A time for which the document states no zone is read as UTC
//   startFrom, …    the line, the rule that gave it, and whether the zone is "stated" or "assumed": "line 7, timeline, zone stated"
//   severity        in the document's words
//   timelineEntries how many
// What a document does not give is null. A file that cannot be read or is no text has accepted false and score 0, and why stands on standard error.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bound } from '../../src/core/documents/bounds';
import { dayText } from '../../src/core/documents/days';
import { readIncidentDocument } from '../../src/core/documents/read';
import { readDocument } from '../../src/sources/documentFile';
import { markdownFiles } from '../../src/sources/markdownFiles';
import { Refusal, enter } from '../refusal.mjs';
import { said } from './documents/said';

const from = (bound: Bound | undefined): string | null => (bound ? `line ${bound.line}, ${bound.rule}, zone ${bound.moment.zone}` : null);

async function findings(folder: string, path: string): Promise<Record<string, unknown>> {
  const file = await readDocument(join(folder, path));
  if (file.text === undefined) {
    console.error(`${path}: ${file.problem}`);
    return { path, accepted: false, score: 0, title: path, date: null, start: null, startFrom: null, end: null, endFrom: null, severity: null, timelineEntries: 0 };
  }
  const { accepted, score, title, day, start, end, severity, timeline, signals } = readIncidentDocument(path, file.text);
  return {
    path, accepted, score, title: title.value, date: day ? dayText(day.value) : null,
    start: said(start), startFrom: from(start), end: said(end), endFrom: from(end),
    severity: severity?.value ?? null, timelineEntries: timeline.length,
    ...(process.argv.includes('--signals') && { signals: signals.map(({ name, weight }) => `${name} ${weight}`).join(', ') }),
  };
}

process.stdout.on('error', () => process.exit(0)); // who reads has seen enough: `| head`

await enter(async () => {
  const folder = resolve(process.argv[2] ?? '');
  if (process.argv[2] === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('npm run evaluate -- documents FOLDER: a folder is needed.');
  for await (const path of markdownFiles(folder, [])) process.stdout.write(`${JSON.stringify(await findings(folder, path))}\n`);
  return 0;
});
