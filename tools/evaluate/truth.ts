// npm run evaluate -- truth FOLDER TABLE: what `documents` says of FOLDER beside a table of facts (test/unit/documents/truth), one JSON line for
// each difference and a last one with the figures. A document in the folder that the table does not name is about no incident.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIncidentDocument } from '../../src/core/documents/read';
import { readDocument } from '../../src/sources/documentFile';
import { markdownFiles } from '../../src/sources/markdownFiles';
import { Refusal, enter } from '../refusal.mjs';
import { said } from './documents/said';

/** For each incident the beginnings and the ends that a reader would accept; none where the text gives none. */
interface Table {
  readonly either: readonly string[];
  readonly incidents: Readonly<Record<string, readonly [readonly string[], readonly string[]]>>;
}

interface Tally {
  given: number;
  right: number;
}

const print = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

await enter(async () => {
  const [folder, table] = process.argv.slice(2);
  if (folder === undefined || table === undefined) throw new Refusal('npm run evaluate -- truth FOLDER TABLE');
  const { either, incidents } = JSON.parse(readFileSync(table, 'utf8')) as Table;
  const counts = { documents: 0, hit: 0, missed: 0, false: 0 };
  const tallies: Record<'start' | 'end', Tally> = { start: { given: 0, right: 0 }, end: { given: 0, right: 0 } };
  for await (const path of markdownFiles(resolve(folder), [])) {
    if (either.includes(path)) continue;
    counts.documents += 1;
    const { text } = await readDocument(join(folder, path));
    const found = readIncidentDocument(path, text ?? '');
    const truth = incidents[path];
    if (found.accepted) counts[truth ? 'hit' : 'false'] += 1;
    else if (truth) counts.missed += 1;
    if (found.accepted !== (truth !== undefined)) print({ path, accepted: found.accepted, score: found.score, signals: found.signals.map(({ name, weight }) => `${name} ${weight}`).join(', ') });
    if (!found.accepted || !truth) continue;
    for (const [at, side] of (['start', 'end'] as const).entries()) compare(path, side, said(found[side]), truth[at] ?? [], tallies[side]);
  }
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000);
  print({ ...counts, precision: share(counts.hit, counts.hit + counts.false), recall: share(counts.hit, counts.hit + counts.missed), ...tallies, startRight: share(tallies.start.right, tallies.start.given), endRight: share(tallies.end.right, tallies.end.given) });
  return 0;
});

function compare(path: string, side: string, is: string | null, may: readonly string[], tally: Tally): void {
  if (may.length === 0) return;
  tally.given += 1;
  if (is !== null && may.includes(is)) tally.right += 1;
  else print({ path, [side]: is, truth: may });
}
