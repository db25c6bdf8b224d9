import * as l10n from '@vscode/l10n';
import { MOST_COLUMNS, MOST_ROWS, type Table, type TableRow } from '../../core/tableImport/table';
import { tooManyRows } from './csvTable';
import { outlineOf } from './jsonOutline';
import { UnreadableTable } from './unreadableTable';

/** What every export of ours has. */
export const OWN = 'leadDebriefExport';

type Fields = Readonly<Record<string, unknown>>;

/** So many fields of one object are looked at. */
const MOST_FIELDS = 10 * MOST_COLUMNS;
/** A value within a value is looked into so far. */
const DEEPEST = 3;
/** In what is called so, an answer of a tool names a thing: a service, a severity, a priority. */
const NAMING = ['name', 'summary', 'value', 'title', 'label'] as const;

/** Jira and JSON:API put the fields of an incident into one of these: what is in it is no thing of its own. */
const WRAPPERS: readonly string[] = ['fields', 'attributes', 'properties'];

/** An answer of a tool is not nested deeper. Parsing one that is can take seconds. */
const DEEPEST_FILE = 60;

/**
 * Reads an answer of a tool's interface, or any list of objects: each object is a row, each field a column. An object within becomes
 * its name, and columns with points for the rest; a list becomes its names; named values (incident.io's timestamps) become a column each.
 * Undefined where it is not JSON, or a journal of ours. @throws {UnreadableTable}
 */
export function readJson(text: string): Table | undefined {
  const { deepest, lists } = outlineOf(text);
  if (deepest > DEEPEST_FILE) throw new UnreadableTable(l10n.t('It is nested too deeply.'));
  const value = parsed(text);
  if (value === undefined || (isFields(value) && OWN in value)) return undefined;
  const found = rowsIn(value);
  if (!found) throw new UnreadableTable(noRows());
  const { rows, depth } = found;
  if (rows.length > MOST_ROWS) throw new UnreadableTable(tooManyRows());
  const lines = lists[depth - 1] ?? [];
  const columns = new Map<string, number>();
  const cells = rows.map((row) => {
    const own: string[] = [];
    let looked = 0;
    for (const [name, cell] of flat(row, '', 0)) {
      if ((looked += 1) > MOST_FIELDS) break;
      const at = columns.get(name) ?? columns.size;
      if (at >= MOST_COLUMNS) continue;
      columns.set(name, at);
      own[at] ??= cell;
    }
    return own;
  });
  if (columns.size === 0) throw new UnreadableTable(noRows());
  const filled = cells.map((own, at): TableRow => ({ line: lines[at] ?? 1, cells: Array.from({ length: columns.size }, (_, column) => own[column] ?? '') }));
  return { columns: [...columns.keys()], rows: filled };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noRows = (): string => l10n.t('It holds no list of incidents.');
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is readonly Fields[] => Array.isArray(value) && value.length > 0 && value.every(isFields);

/** The list itself, or the longest list of objects that the one object of the file holds. */
function rowsIn(value: unknown): { readonly rows: readonly Fields[]; /** How many brackets are open before its first object. */ readonly depth: number } | undefined {
  if (isRows(value)) return { rows: value, depth: 1 };
  if (!isFields(value)) return undefined;
  const lists = Object.values(value).flatMap((each) => (isRows(each) ? [{ rows: each, depth: 2 }] : []));
  return lists.sort((a, b) => b.rows.length - a.rows.length)[0];
}

function* flat(fields: Fields, prefix: string, depth: number): Iterable<readonly [string, string]> {
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (Array.isArray(value)) yield* listed(value, name);
    else if (isFields(value)) yield* nested(value, name, depth);
    else if (value !== null && value !== undefined) yield [name, String(value)];
  }
}

function* nested(fields: Fields, name: string, depth: number): Iterable<readonly [string, string]> {
  const naming = WRAPPERS.includes(name) ? undefined : namingOf(fields);
  if (naming !== undefined) yield [name, String(fields[naming])];
  if (depth < DEEPEST) yield* flat(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== naming)), name, depth + 1);
}

function* listed(values: readonly unknown[], name: string): Iterable<readonly [string, string]> {
  const named: (readonly [string, string])[] = [];
  const words: string[] = [];
  for (const value of values) {
    const pair = isFields(value) ? namedValue(value) : undefined;
    if (pair) named.push(pair);
    else words.push(isFields(value) ? nameOf(value) : typeof value === 'object' ? '' : String(value));
  }
  if (words.some(Boolean)) yield [name, words.filter(Boolean).join(', ')];
  yield* named;
}

/** The field that says what a thing is called, where it has one. */
function namingOf(fields: Fields): string | undefined {
  return NAMING.find((key) => typeof fields[key] === 'string' && fields[key] !== '');
}

function nameOf(fields: Fields): string {
  const naming = namingOf(fields);
  return naming === undefined ? '' : String(fields[naming]);
}

/** `{incident_timestamp: {name: "Resolved at"}, value: {value: "2026-…"}}` is a field with that name and that value. */
function namedValue({ value, ...others }: Fields): readonly [string, string] | undefined {
  const [what, ...more] = Object.values(others).filter(isFields);
  const said = isFields(value) ? value['value'] : value;
  const name = what && more.length === 0 ? nameOf(what) : '';
  return name !== '' && typeof said === 'string' ? [name, said] : undefined;
}
