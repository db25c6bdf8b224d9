import * as l10n from '@vscode/l10n';
import { LONGEST_TITLE } from '../incident/tidy';
import { storedTime } from '../incident/times';
import { windowProblem } from '../incident/window';
import type { Claim, Incident, Kind } from '../journal/schema';
import { claimKey, factsOf } from '../identity/claimFacts';
import { incidentFrom } from '../identity/recordClaims';
import type { KnownIncidents } from './duplicates';
import type { ChosenColumns, Field } from './fields';
import { severityOf } from '../incident/rawSeverity';
import { readTime, utcOf, type TimeChoice, type TimeReading } from './readTime';
import type { TableSource } from './sourceNames';
import { cellOf, type Table, type TableRow } from './table';

/** How a table is read: what was recognised, or what the lead chose instead. */
export interface TableChoice extends TimeChoice {
  readonly columns: ChosenColumns;
  readonly source: TableSource;
  /** Import also what looks like an incident that the journal has. */
  readonly alike?: boolean;
}

/** A row as the incident that it would become. */
export interface ReadyRow {
  readonly line: number;
  readonly title: string;
  /** The title was longer than a title may be. */
  readonly isCut: boolean;
  readonly window: { readonly start: string; readonly end: string };
  readonly kind: Kind;
  readonly severity?: Incident['severity'];
  readonly rawSeverity?: string;
  readonly services: readonly string[];
  /** What its source calls it. */
  readonly ref?: string;
  /** Where it can be looked at; https only. */
  readonly url?: string;
}

/** A row that becomes no incident, and one sentence why. */
export interface LeftRow {
  readonly line: number;
  readonly reason: string;
}

/** What becomes of each row. */
export interface JudgedRows {
  readonly ready: readonly ReadyRow[];
  readonly left: readonly LeftRow[];
  /** In the journal already. They are left alone. */
  readonly known: readonly { readonly line: number; readonly title: string }[];
  /** They look like an incident that the journal has, with a sentence. They are left out unless the lead wants them. */
  readonly alike: readonly LeftRow[];
}

/** As much of a cell as a sentence shows, in characters. */
const SHOWN = 40;
const LONGEST_REF = 300;
/** As in `identity/link`: a shorter name may stand for anything. */
const SHORTEST_REF = 6;
const LONGEST_SERVICE = 80;
const MOST_SERVICES = 20;
const NOT_OVER = /^(?:triggered|acknowledged|open|new|active|ongoing|investigating|identified|monitoring|in progress|to do|fixing|triage|live|firing|unresolved|paused)$/i;
const NONE = /^(?:declined|merged|cancell?ed|duplicate|false (?:alarm|positive)|won'?t (?:do|fix)|rejected|deleted)$/i;
const DRILL = /\b(?:drill|test|tutorial|exercise|simulation|simulated|game ?day|training|rehearsal)\b/i;
const YES = /^(?:true|yes|y|1)$/i;

/** Judges each row. A row is never changed to fit: what cannot be an incident as it stands is left out, with a sentence. */
export function judgeRows(table: Table, choice: TableChoice, known: KnownIncidents, now: number): JudgedRows {
  const judged = { ready: [] as ReadyRow[], left: [] as LeftRow[], known: [] as { line: number; title: string }[], alike: [] as LeftRow[] };
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const read = readRow(row, table, choice, now);
    if (typeof read === 'string') {
      judged.left.push({ line: row.line, reason: read });
      continue;
    }
    const claim = claimOf(read, choice.source, '', now);
    const key = read.ref === undefined ? JSON.stringify([read.title.toLowerCase(), read.window]) : claimKey(claim);
    const before = lines.get(key);
    lines.set(key, before ?? row.line);
    const there = before === undefined ? known.find(claim) : undefined;
    if (there?.kind === 'alike') judged.alike.push({ line: row.line, reason: there.reason });
    if (before !== undefined) judged.left.push({ line: row.line, reason: l10n.t('It is the same incident as in line {0}.', before) });
    else if (there?.kind === 'same') judged.known.push({ line: read.line, title: read.title });
    else if (!there || choice.alike === true) judged.ready.push(read);
  }
  return judged;
}

/** A row as an incident, or one sentence why it is none. */
function readRow(row: TableRow, table: Table, choice: TableChoice, now: number): ReadyRow | string {
  const said = (field: Field): string => cellOf(row, choice.columns[field]);
  const title = said('title').replace(/\s+/g, ' ');
  if (title === '') return l10n.t('It has no title.');
  const status = said('status').slice(0, SHOWN);
  if (NONE.test(status)) return l10n.t('It was none: its status is “{0}”.', status);
  if (said('end') === '' && said('start') !== '') return notOver(status);
  if (said('end') !== '' && NOT_OVER.test(status)) return l10n.t('Its status is “{0}”, so it is not over.', status);
  const start = timeIn(said('start'), choice);
  if ('problem' in start) return start.problem;
  const end = timeIn(said('end'), choice);
  if ('problem' in end) return end.problem;
  const problem = windowProblem(start.time, end.time, now);
  if (problem !== undefined) return problem;
  const raw = said('severity').slice(0, LONGEST_SERVICE);
  const severity = severityOf(raw);
  const [url, ref] = [said('url').slice(0, LONGEST_REF), refOf(said('ref').slice(0, LONGEST_REF), choice.source)];
  return {
    line: row.line,
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
    isCut: title.length > LONGEST_TITLE,
    window: { start: start.time, end: end.time },
    kind: isDrill(said('kind'), table.columns[choice.columns.kind ?? -1] ?? '') ? 'drill' : 'real',
    ...(severity && { severity }),
    ...(raw !== '' && { rawSeverity: raw }),
    services: servicesIn(row, table, choice.columns.service),
    ...(ref !== '' && { ref }),
    ...(/^https:\/\/\S+$/.test(url) && { url }),
  };
}

/** Two sheets both have a row 1: where the source is not known, a short id names nothing. */
const refOf = (ref: string, source: TableSource): string => (source === 'import' && ref.length < SHORTEST_REF ? '' : ref);

function notOver(status: string): string {
  if (status === '') return l10n.t('It has no end. Only incidents that are over are imported.');
  return l10n.t('It has no end, and its status is “{0}”. Only incidents that are over are imported.', status);
}

/** "true" says little by itself: then the name of the column says what is true. */
function isDrill(said: string, column: string): boolean {
  return DRILL.test(said) || (YES.test(said) && DRILL.test(column.replace(/[_-]/g, ' ')));
}

/** Jira has a column of the same name for each component. */
function servicesIn(row: TableRow, { columns }: Table, column: number | undefined): readonly string[] {
  const said = columns.flatMap((name, at) => (column !== undefined && name === columns[column] ? [cellOf(row, at)] : [])).join('\n');
  const names = said.split(/[,;|\n]/).map((name) => name.trim().slice(0, LONGEST_SERVICE)).filter(Boolean);
  return [...new Set(names)].slice(0, MOST_SERVICES);
}

function timeIn(cell: string, choice: TimeChoice): { readonly time: string } | { readonly problem: string } {
  const reading = readTime(cell);
  const time = utcOf(reading, choice);
  return time === undefined ? { problem: whyNoTime(cell, reading, choice) } : { time };
}

function whyNoTime(cell: string, reading: TimeReading, { order }: TimeChoice): string {
  const shown = cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell;
  if (cell === '') return l10n.t('It has no start.');
  if (reading.kind === 'day') return l10n.t('“{0}” is a day without a time of day.', shown);
  if (reading.kind === 'zone') return l10n.t('“{0}”: it is not clear which zone “{1}” is.', shown, reading.zone);
  if (reading.kind === 'none') return l10n.t('“{0}” cannot be read as a time.', shown);
  if (reading.kind === 'time' && 'first' in reading.date && order === undefined) return l10n.t('“{0}”: choose whether the day or the month comes first.', shown);
  return l10n.t('“{0}” is no time that there is, in this order of day and month.', shown);
}

/** What a row says, as a claim of its source. @param now the clock, in milliseconds */
export function claimOf({ ref, title, window, severity, rawSeverity, services, url, kind }: ReadyRow, source: TableSource, id: string, now: number): Claim {
  return {
    id, source, kind: 'declared', title, ...window, seen: storedTime(now),
    ...(ref !== undefined && { ref }),
    ...(severity && { severity }),
    ...(rawSeverity !== undefined && { rawSeverity }),
    ...(services.length > 0 && { services: [...services] }),
    ...(url !== undefined && { urls: [url] }),
    ...(kind === 'drill' && { drill: true }),
  };
}

/** A row as a record of the journal: waiting, with what its source said. @param now the clock, in milliseconds */
export function incidentOf(row: ReadyRow, source: TableSource, newId: () => string, now: number): Incident {
  return { ...incidentFrom({ claims: [factsOf(claimOf(row, source, newId(), now))] }, newId()), kind: row.kind };
}
