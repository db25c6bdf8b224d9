import * as l10n from '@vscode/l10n';
import type { ChosenColumns } from './fields';
import { cellOf, type Table } from './table';

/** Whose export a table is, as claims of a record name it. `import`: of a tool that is not known, or a sheet. */
export const TABLE_SOURCES = ['pagerduty', 'incidentio', 'jira', 'opsgenie', 'statuspage', 'import'] as const;
export type TableSource = (typeof TABLE_SOURCES)[number];

export const sourceWords = (): Record<TableSource, string> => ({
  pagerduty: 'PagerDuty',
  incidentio: 'incident.io',
  jira: 'Jira',
  opsgenie: 'Opsgenie',
  statuspage: 'Statuspage',
  import: l10n.t('Another tool, or a sheet'),
});

const HOSTS: Readonly<Partial<Record<TableSource, RegExp>>> = {
  pagerduty: /^https:\/\/(?:[\w-]+\.){1,3}pagerduty\.com\//i,
  incidentio: /^https:\/\/(?:[\w-]+\.)?incident\.io\//i,
  jira: /^https:\/\/[\w-]+\.atlassian\.net\//i,
  opsgenie: /^https:\/\/(?:[\w-]+\.){1,3}opsgenie\.com\//i,
  statuspage: /^https?:\/\/(?:stspg\.io|[\w-]+\.statuspage\.io)\//i,
};

/** Columns that are all there only in the export of one tool, as it names them. */
const COLUMNS: readonly (readonly [TableSource, readonly string[]])[] = [
  ['pagerduty', ['incident_number', 'service_name']],
  ['pagerduty', ['incident_number', 'html_url']],
  ['incidentio', ['reference', 'permalink', 'mode']],
  ['incidentio', ['incident_status', 'incident_type']],
  ['jira', ['issue key', 'summary']],
  ['jira', ['key', 'fields.summary']],
  ['opsgenie', ['tinyid', 'message']],
];

/** Whose export a table is: by the links in it, else by its columns. */
export function recogniseSource(table: Table, { url }: ChosenColumns): TableSource {
  const link = table.rows.map((row) => cellOf(row, url)).find(Boolean) ?? '';
  const byLink = TABLE_SOURCES.find((source) => HOSTS[source]?.test(link));
  if (byLink) return byLink;
  const names = new Set(table.columns.map((name) => name.trim().toLowerCase()));
  return COLUMNS.find(([, needed]) => needed.every((name) => names.has(name)))?.[0] ?? 'import';
}
