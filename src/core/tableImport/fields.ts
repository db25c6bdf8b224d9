import * as l10n from '@vscode/l10n';
import { readTime } from './readTime';
import { cellOf, type Table } from './table';

/** What a column of a table can become, in the order in which it is shown. */
export const FIELDS = ['title', 'start', 'end', 'severity', 'service', 'ref', 'url', 'status', 'kind'] as const;
export type Field = (typeof FIELDS)[number];

/** Which column became what, by its place from 0. What no column became is not there. */
export type ChosenColumns = { readonly [Each in Field]?: number };

export const fieldWords = (): Record<Field, string> => ({
  title: l10n.t('Title'),
  start: l10n.t('Began'),
  end: l10n.t('Ended'),
  severity: l10n.t('Severity'),
  service: l10n.t('Services'),
  ref: l10n.t('Id in that tool'),
  url: l10n.t('Link'),
  status: l10n.t('Status'),
  kind: l10n.t('Drill or real'),
});

/**
 * What columns are called, the surest first. From the fields that the tools document: PagerDuty's REST API v2 and its incident report
 * (`created_on`, `resolved_on`, `service_name`), incident.io's Incidents V2 (`name`, `permalink`, `mode`, timestamps by name), Jira's
 * CSV and data pipeline (`Issue key`, `Summary`, `resolution_date`), Opsgenie's alerts (`Message`, `CreatedAt`), Statuspage and ServiceNow.
 */
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  ref: ['issue key', 'key', 'id', 'reference', 'ref', 'public id', 'number', 'tiny id', 'ticket', 'ticket id', 'no', 'nr'],
  title: ['title', 'name', 'summary', 'subject', 'short description', 'message', 'headline', 'description', 'what happened', 'incident'],
  severity: ['severity', 'sev', 'severity level', 'severity name', 'priority', 'priority name', 'impact', 'urgency'],
  start: [
    'impact started at', 'customer impact start', 'impact start date', 'impact start', 'started at', 'start time', 'started', 'start', 'start date', 'began at', 'began', 'occurred at', 'occurred', 'triggered at',
    'opened at', 'opened', 'reported at', 'reported', 'declared at', 'declared', 'detected at', 'detected', 'created at', 'created on', 'created', 'creation date', 'created date', 'timestamp', 'date', 'from',
  ],
  end: [
    'impact ended at', 'customer impact end', 'impact end date', 'impact end', 'ended at', 'end time', 'ended', 'end', 'end date', 'resolved at', 'resolved on', 'resolved', 'resolution date', 'resolutiondate', 'resolved date',
    'fixed at', 'fixed', 'mitigated at', 'mitigated', 'recovered at', 'closed at', 'closed on', 'closed', 'close time', 'closed date', 'finished at', 'over', 'to',
  ],
  service: ['service', 'services', 'service name', 'service names', 'affected service', 'affected services', 'impacted service', 'impacted services', 'component', 'components', 'component s', 'affected components', 'system', 'application', 'product'],
  url: ['html url', 'permalink', 'url', 'web url', 'link', 'shortlink'],
  status: ['status category', 'status', 'state'],
  kind: ['mode', 'kind', 'type', 'type name', 'is drill', 'drill', 'is test', 'test', 'exercise'],
};

/** What tools and their JSON put before the name of a field of the incident itself. PagerDuty's incident_key is no id: several incidents have it. */
const PREFIX = /^(?:fields|attributes|properties|incident timestamp|incident|issue) (?!key$)/;
/** As many cells say what a column holds. */
const LOOKED_AT = 50;

/** Which columns the names of a table's columns speak for. A column becomes one thing only; a time must look like one. */
export function recogniseColumns(table: Table): ChosenColumns {
  const names = table.columns.map(plainName);
  const chosen: { [Each in Field]?: number } = {};
  const taken = new Set<number>();
  // What has the fewest names of its own comes last: "incident" is a title only where nothing else is one.
  for (const field of ['start', 'end', 'severity', 'service', 'url', 'status', 'ref', 'kind', 'title'] as const) {
    const at = columnFor(field, names, (each) => !taken.has(each) && (!isTime(field) || looksLikeTimes(table, each)));
    if (at === undefined) continue;
    chosen[field] = at;
    taken.add(at);
  }
  return chosen;
}

const isTime = (field: Field): boolean => field === 'start' || field === 'end';

function columnFor(field: Field, names: readonly string[], isFree: (column: number) => boolean): number | undefined {
  for (const synonym of SYNONYMS[field]) {
    const at = names.findIndex((name, column) => (name === synonym || name.replace(PREFIX, '') === synonym) && isFree(column));
    if (at !== -1) return at;
  }
  return undefined;
}

/** "createdAt", "Created At", "created_at" are one name. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether at least half of the first cells that are not empty can be read as times, a day alone included. */
function looksLikeTimes({ rows }: Table, column: number): boolean {
  const filled = rows.map((row) => cellOf(row, column)).filter(Boolean).slice(0, LOOKED_AT);
  return filled.length > 0 && filled.filter((cell) => readTime(cell).kind !== 'none').length * 2 >= filled.length;
}
