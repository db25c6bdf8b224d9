import * as l10n from '@vscode/l10n';
import { durationWords } from '../incident/window';
import { windowWords, type Locale } from '../incident/times';
import { kindWords, severityWords } from '../incident/words';
import type { KnownIncidents } from './duplicates';
import { FIELDS, fieldWords, recogniseColumns, type Field } from './fields';
import { DAY_ORDERS, findOrder, readTime, type DayOrder, type OrderFinding } from './readTime';
import { judgeRows, type JudgedRows, type ReadyRow, type TableChoice } from './rows';
import { recogniseSource, sourceWords, TABLE_SOURCES, type TableSource } from './sourceNames';
import { cellOf, type Table, type TableRow } from './table';

/** How much of a list the page shows. */
const SHOWN_ROWS = 20;
const SHOWN_LEFT = 100;
const SHOWN_SAMPLE = 60;

/** What the page shows of a field: which column became it, and what stands first in that column. */
export interface FieldChoice {
  readonly field: Field;
  readonly words: string;
  /** Undefined where no column became it. */
  readonly column?: number;
  /** The first cell that is not empty. */
  readonly sample: string;
}

/** One row as it would become an incident, in words. */
export interface ShownRow {
  readonly line: number;
  readonly title: string;
  readonly when: string;
  readonly lasted: string;
  readonly severity: string;
  readonly services: string;
  readonly kind: string;
  readonly isDrill: boolean;
}

/** All that the page shows on which rows become incidents. */
export interface TableState {
  /** Which preview this is: only what is in sight is imported. */
  readonly revision: number;
  readonly title: string;
  readonly fields: readonly FieldChoice[];
  /** The names of all columns, by their place. */
  readonly columns: readonly string[];
  /** Columns of which nothing is taken. */
  readonly unused: readonly string[];
  readonly source: TableSource;
  readonly sources: readonly (readonly [TableSource, string])[];
  /** Where some times name no zone: in which they are read. */
  readonly zone?: { readonly zone: string; readonly zones: readonly string[]; readonly count: number };
  /** Where some dates do not say whether the day or the month comes first. */
  readonly order?: { readonly order?: DayOrder; readonly orders: readonly (readonly [DayOrder, string])[]; readonly says: string; readonly isOpen: boolean };
  readonly count: number;
  readonly counts: readonly string[];
  readonly rows: readonly ShownRow[];
  readonly left: readonly { readonly line: number; readonly reason: string }[];
  /** How many more rows are left out than are listed. */
  readonly moreLeft: number;
  /** Rows that look like an incident of the journal, and whether they are imported all the same. Absent where there is none. */
  readonly alike?: { readonly on: boolean; readonly count: number; readonly rows: TableState['left'] };
  /** What became of the last press of a button. */
  readonly problem?: string;
}

/** What the rows are read by before anybody chose anything. @param zone the lead's, an IANA name */
export function firstChoice(table: Table, zone: string): TableChoice {
  const columns = recogniseColumns(table);
  const source = recogniseSource(table, columns);
  return withOrder({ columns, source, zone }, table);
}

/** A column for a field, or none. A column becomes one thing only: what it was before has none then. */
export function chooseColumn(choice: TableChoice, table: Table, field: Field, column: number | null): TableChoice {
  if (column !== null && column >= table.columns.length) return choice;
  const kept = Object.entries(choice.columns).filter(([each, at]) => each !== field && at !== column);
  const columns = Object.fromEntries([...kept, ...(column === null ? [] : [[field, column] as const])]);
  const chosen = { ...choice, columns };
  return field === 'start' || field === 'end' ? withOrder(chosen, table) : chosen;
}

/** The order that the dates themselves tell; none where they do not. */
function withOrder({ columns, source, zone, alike }: TableChoice, table: Table): TableChoice {
  const { order } = findOrder(readingsOf(table, { columns }));
  return { columns, source, zone, ...(alike !== undefined && { alike }), ...(order && { order }) };
}

function* readingsOf(table: Table, { columns }: Pick<TableChoice, 'columns'>): Iterable<ReturnType<typeof readTime>> {
  for (const row of table.rows) for (const field of ['start', 'end'] as const) yield readTime(cellOf(row, columns[field]));
}

export interface TableContext {
  readonly name: string;
  readonly choice: TableChoice;
  readonly locale: Locale;
  /** The clock, in milliseconds. */
  readonly now: number;
}

export function judgeTable(table: Table, { choice, now }: TableContext, known: KnownIncidents): JudgedRows {
  return judgeRows(table, choice, known, now);
}

/** The state of the page. @param judged what `judgeTable` gave for the same choice */
export function tableState(table: Table, context: TableContext, judged: JudgedRows, outcome: Pick<TableState, 'revision' | 'problem'>): TableState {
  const { name, choice } = context;
  const words = fieldWords();
  const readings = [...readingsOf(table, choice)];
  const order = findOrder(readings);
  const unzoned = readings.filter((reading) => reading.kind === 'time' && reading.offset === undefined).length;
  return {
    ...outcome,
    title: l10n.t('Import from {0}', name),
    fields: FIELDS.map((field) => ({ field, words: words[field], ...(choice.columns[field] !== undefined && { column: choice.columns[field] }), sample: sampleOf(table.rows, choice.columns[field]) })),
    columns: table.columns.map(short),
    unused: unusedIn(table, choice).map(short),
    source: choice.source,
    sources: TABLE_SOURCES.map((source) => [source, sourceWords()[source]] as const),
    ...(unzoned > 0 && { zone: { zone: choice.zone, zones: [...new Set([context.locale.zone, 'UTC'])], count: unzoned } }),
    ...(order.isNeeded && { order: orderState(choice, order) }),
    count: judged.ready.length,
    counts: countsOf(judged),
    rows: judged.ready.slice(0, SHOWN_ROWS).map((row) => shownRow(row, context)),
    left: judged.left.slice(0, SHOWN_LEFT),
    moreLeft: Math.max(0, judged.left.length - SHOWN_LEFT),
    ...(judged.alike.length > 0 && { alike: { on: choice.alike === true, count: judged.alike.length, rows: judged.alike.slice(0, SHOWN_LEFT) } }),
  };
}

function unusedIn({ columns }: Table, { columns: chosen }: TableChoice): readonly string[] {
  const used = new Set(Object.values(chosen));
  const services = chosen.service === undefined ? undefined : columns[chosen.service];
  return columns.filter((name, at) => name !== '' && !used.has(at) && name !== services);
}

function sampleOf(rows: readonly TableRow[], column: number | undefined): string {
  for (const row of rows) {
    const cell = cellOf(row, column).replace(/\s+/g, ' ');
    if (cell !== '') return short(cell);
  }
  return '';
}

const short = (words: string): string => (words.length > SHOWN_SAMPLE ? `${words.slice(0, SHOWN_SAMPLE)}…` : words);

function orderState({ order }: TableChoice, finding: OrderFinding): NonNullable<TableState['order']> {
  const orders = { dayFirst: l10n.t('The day: 14/05/2026'), monthFirst: l10n.t('The month: 05/14/2026') };
  const says = finding.isMixed
    ? l10n.t('Some dates have the day first, some the month. Those that do not fit your choice are left out.')
    : finding.order === undefined
      ? l10n.t('No date in this file says which it is. Nothing with such a date is imported before you choose.')
      : l10n.t('The dates themselves say so: one of the numbers is above 12, or there are points between them.');
  return { ...(order && { order }), orders: DAY_ORDERS.map((each) => [each, orders[each]] as const), says, isOpen: order === undefined };
}

function countsOf({ ready, left, known, alike }: JudgedRows): readonly string[] {
  const cut = ready.filter(({ isCut }) => isCut).length;
  const drills = ready.filter(({ kind }) => kind === 'drill').length;
  return [
    ready.length === 0 ? l10n.t('No incident is new.') : ready.length === 1 ? l10n.t('1 incident is new.') : l10n.t('{0} incidents are new.', ready.length),
    ...(drills > 0 ? [l10n.t('Drills or tests among them: {0}. They are never counted as real.', drills)] : []),
    ...(known.length > 0 ? [l10n.t('In your journal already: {0}. They stay as they are.', known.length)] : []),
    ...(alike.length > 0 ? [l10n.t('Look like an incident in your journal: {0}. They are listed below.', alike.length)] : []),
    ...(left.length > 0 ? [l10n.t('Left out: {0}. Why is said below.', left.length)] : []),
    ...(cut > 0 ? [l10n.t('Titles that are longer than 200 signs, and are cut: {0}.', cut)] : []),
  ];
}

function shownRow(row: ReadyRow, { locale, now }: TableContext): ShownRow {
  const severity = row.severity ? severityWords()[row.severity] : '';
  return {
    line: row.line,
    title: row.title,
    when: windowWords(row.window, locale, now),
    lasted: durationWords(Date.parse(row.window.end) - Date.parse(row.window.start)),
    severity: severity === '' || row.rawSeverity === undefined ? (row.rawSeverity ?? '') : l10n.t('{0} (“{1}”)', severity, row.rawSeverity),
    services: row.services.join(', '),
    kind: kindWords()[row.kind],
    isDrill: row.kind === 'drill',
  };
}
