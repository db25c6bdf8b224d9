import * as l10n from '@vscode/l10n';
import type { Incident, Rating } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { behaviour, BEHAVIOUR_TABLE } from '../reflection/behaviours';
import { aboutWords } from './choice';

/** What of a record stands in its rows. */
export interface CsvCut {
  /** Gives a text as it leaves. */
  readonly hide: (text: string) => string;
  /** Whether its role, outcome and severity leave. */
  readonly facts: boolean;
  /** Whether its ratings leave: without them there is no row. */
  readonly ratings: boolean;
}

/**
 * One row a rating, in the form of RFC 4180: commas, CRLF, every cell in quotes, quotes doubled. Times are ISO 8601 in UTC. What the
 * export is stands in each row, since rows are sorted and copied away from any heading. Straight from the records, as much as a row needs:
 * redacting a thousand of them first would take many times as long.
 */
export function toCsv(records: readonly Incident[], cut: CsvCut): string {
  const end = `,${cell(aboutWords())}\r\n`;
  const acts = new Map<string, string>();
  let text = `${columns().map(cell).join(',')}\r\n`;
  if (!cut.ratings) return text;
  for (const record of records) {
    const ratings = record.reflection?.ratings ?? [];
    if (ratings.length === 0) continue;
    const before = `${leading(record, cut)},`;
    for (const rating of ratings) text += before + rated(rating, acts, cut) + end;
  }
  return text;
}

function columns(): readonly string[] {
  return [
    l10n.t('Incident'), l10n.t('Began'), l10n.t('Ended'), l10n.t('What it was'), l10n.t('What I mostly did'), l10n.t('How it ended'), l10n.t('Severity'),
    l10n.t('Behaviour'), l10n.t('Name of the behaviour'), l10n.t('Version of the anchors'), l10n.t('Rating'), l10n.t('The act'), l10n.t('What shows it'), l10n.t('Rated at'), l10n.t('About'),
  ];
}

/** Times and stored values are letters and digits by the schema: only what somebody wrote has to be made a cell. */
function leading({ title, window, kind = 'real', role, outcome, severity }: Incident, { hide, facts }: CsvCut): string {
  const known = facts ? `"${role ?? ''}","${outcome ?? ''}","${severity ?? ''}"` : '"","",""';
  return `${cell(hide(title))},"${window.start}","${window.end ?? ''}","${kind}",${known}`;
}

function rated({ behaviour: id, table, anchor, evidence = '', at }: Rating, acts: Map<string, string>, { hide }: CsvCut): string {
  const key = `${id} ${table} ${anchor}`;
  const known = acts.get(key) ?? actCells({ id, table, anchor });
  acts.set(key, known);
  return `${known},${cell(hide(evidence))},"${at}"`;
}

/** The same few acts come again and again. */
function actCells({ id, table, anchor }: { readonly id: string; readonly table: number; readonly anchor: Rating['anchor'] }): string {
  const row = table === BEHAVIOUR_TABLE ? behaviour(id) : undefined;
  const act = typeof anchor === 'number' ? row?.anchors[anchor - 1] : undefined;
  const rating = anchor === NO_OCCASION ? l10n.t('no occasion') : String(anchor ?? '');
  return [id, behaviour(id)?.name ?? '', String(table), rating, act ?? ''].map(cell).join(',');
}

/** What begins a formula, also in its wide form and behind blanks that a spreadsheet drops (OWASP, "CSV Injection"). */
const FORMULA = /^[\s\0\uFEFF\u200B]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
/** The same behind what another spreadsheet may take for the end of a cell: a semicolon, a tab, a new line, a quote, a bar. */
const INSIDE = /([;\t\r\n"'|][\s\0\uFEFF\u200B]*)(?=[=+\-@＝＋－＠])/g;

/**
 * A text as one cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one, also within, since a
 * spreadsheet that splits at semicolons or tabs makes cells of its own. Everything else stays as it is.
 */
export function cell(text: string): string {
  if (/^[\w .,:]*$/.test(text)) return `"${text}"`;
  const safe = text.replace(INSIDE, "$1'");
  return `"${(FORMULA.test(safe) ? `'${safe}` : safe).replaceAll('"', '""')}"`;
}
