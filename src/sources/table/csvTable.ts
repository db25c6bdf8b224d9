import * as l10n from '@vscode/l10n';
import { CsvError, parse } from 'csv-parse/sync';
import { MOST_COLUMNS, MOST_ROWS, type Table, type TableRow } from '../../core/tableImport/table';
import { UnreadableTable } from './unreadableTable';

/** What stands between cells, the likeliest first. */
const SEPARATORS = [',', ';', '\t'] as const;
/** Of one row, in characters: a longer one has a quotation mark too many or too few. */
const LONGEST_RECORD = 200_000;

interface Found {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/**
 * Reads CSV as RFC 4180 has it, and what spreadsheets make of it: also semicolons or tabs, line ends of any system. The first record
 * names the columns. @throws {UnreadableTable}
 */
export function readCsv(text: string): Table {
  const plain = text.replace(/\r\n?/g, '\n'); // the parser counts CR LF within a cell as two lines
  const [head, ...records] = parsed(plain, separatorOf(plain));
  if (!head) throw new UnreadableTable(l10n.t('The file is empty.'));
  if (head.cells.length > MOST_COLUMNS) throw new UnreadableTable(l10n.t('It has more than {0} columns.', MOST_COLUMNS));
  if (head.cells.length < 2) throw new UnreadableTable(l10n.t('Line {0} is to name the columns, with commas, semicolons or tabs between them.', head.line));
  if (records.length === 0) throw new UnreadableTable(l10n.t('It names columns, and has no row below them.'));
  if (records.length > MOST_ROWS) throw new UnreadableTable(tooManyRows());
  const longer = records.find(({ cells }) => cells.length > head.cells.length && cells.slice(head.cells.length).some((cell) => cell.trim() !== ''));
  if (longer) throw new UnreadableTable(l10n.t('Line {0} has {1} cells, and there are {2} columns. Is a quotation mark missing?', longer.line, longer.cells.length, head.cells.length));
  return { columns: head.cells.map((name) => name.trim()), rows: records };
}

export const tooManyRows = (): string => l10n.t('It has more than {0} rows. Export a shorter time.', MOST_ROWS);

function parsed(text: string, delimiter: string): readonly TableRow[] {
  let last = 0;
  try {
    const found = parse(text, {
      delimiter, record_delimiter: '\n', info: true, raw: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, max_record_size: LONGEST_RECORD, to: MOST_ROWS + 2,
      on_record: (record, { lines }) => ((last = lines), record),
    }) as unknown as readonly Found[];
    return found.map(({ record, info, raw }) => ({ line: info.lines - linesWithin(raw), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableTable(faultWords(error.code, last + 1, Number('lines' in error ? error.lines : last + 1)));
  }
}

/** How many lines a record goes on for after its first. */
function linesWithin(raw: string): number {
  return raw.trim().split('\n').length - 1;
}

function faultWords(code: string, recordLine: number, line: number): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return l10n.t('The row that begins in line {0} has more than {1} characters. Is a quotation mark missing?', recordLine, LONGEST_RECORD);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return l10n.t('In line {0} or soon after, a quotation mark opens that is never closed.', recordLine);
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE') return l10n.t('Line {0}: a quotation mark stands where none can be. One within a cell is written twice.', line);
  return l10n.t('Line {0} cannot be read as CSV.', line);
}

/** The separator that stands most often in the first line that is not empty, outside of quotation marks. */
function separatorOf(text: string): string {
  const line = (/[^\n]+/.exec(text.slice(0, LONGEST_RECORD))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => [separator, line.split(separator).length] as const);
  return counted.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
