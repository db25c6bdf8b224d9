// Looking into files that somebody imports: the largest that are taken, whole ones and hostile ones, to the state of the page.
import { KnownIncidents } from '../../src/core/tableImport/duplicates';
import { LARGEST_TABLE, MOST_ROWS } from '../../src/core/tableImport/table';
import { firstChoice, judgeTable, tableState } from '../../src/core/tableImport/tableState';
import { readTable } from '../../src/sources/table/tableFile';
import { type BenchRow, median, plainRow } from './row';
import { sampleIncident } from './sampleJournal';

const ROUNDS = 5;
const context = { name: 'export.csv', locale: { zone: 'Europe/Berlin', language: 'en' }, now: Date.parse('2026-07-01T00:00:00Z') };

/** As many bytes as are taken. */
const full = (text: string): string => text.repeat(Math.floor((LARGEST_TABLE - 100) / text.length));
const rows = (cell: string): string => `title,start,end,id\n${`${cell},2026-05-14 14:02,2026-05-14 15:02,1\n`.repeat(MOST_ROWS)}`;

const WHOLE: Readonly<Record<string, string>> = {
  csv: rows(`"${'word '.repeat(180)}"`),
  json: JSON.stringify(Array.from({ length: MOST_ROWS }, (_, id) => ({ id, title: 'word '.repeat(150), created_at: '2026-05-14T14:02:00Z', resolved_at: '2026-05-14T15:02:00Z', service: { id: 'P1', summary: 'Pay' } }))),
};
const HOSTILE: Readonly<Record<string, string>> = {
  'quotation marks': full('"'), commas: full(','), 'new lines': full('\n'), 'CR LF': full('\r\n'), 'one cell': `a,b\n${full('x')}`, 'one quoted cell': `a,b\n"${full('\n')}"`, 'blanks behind times': rows('x').replaceAll(':02\n', `:02${' '.repeat(900)}\n`),
  'json brackets': full('['), 'json closed brackets': `${'['.repeat(2_400_000)}${']'.repeat(2_400_000)}`, 'json objects in objects': `[${'{"a":'.repeat(800_000)}1${'}'.repeat(800_000)}]`,
  'json one object of many fields': `[{${Array.from({ length: 400_000 }, (_, at) => `"k${at}":1`).join(',')}}]`,
};

function look(name: string, text: string, known: KnownIncidents): number {
  const bytes = Buffer.from(text);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const read = readTable(bytes, name.startsWith('json'));
    if (read.kind === 'table') {
      const whole = { ...context, choice: firstChoice(read.table, context.locale.zone) };
      tableState(read.table, whole, judgeTable(read.table, whole, known), { revision: 0 });
    }
    return performance.now() - start;
  });
  return median(times);
}

/** The largest whole files, beside a journal of 1,000, and the slowest of the hostile ones. */
export async function importing(): Promise<BenchRow[]> {
  const known = new KnownIncidents(Array.from({ length: 1_000 }, (_, at) => sampleIncident(at + 1)), context.now);
  const hostile = Object.entries(HOSTILE).map(([name, text]) => [name, look(name, text, known)] as const);
  const [slowest, most] = hostile.reduce((a, b) => (a[1] > b[1] ? a : b));
  return [
    ...Object.entries(WHOLE).map(([name, text]) => plainRow(`looking into ${MOST_ROWS} rows, ${name}`, 'ms', look(name, text, known), 1_000)),
    plainRow(`slowest of ${hostile.length} hostile files of 5 MB (${slowest})`, 'ms', most, 1_000),
  ];
}
