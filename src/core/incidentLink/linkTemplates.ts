import * as l10n from '@vscode/l10n';

/** Where a link can be put. */
export const LINK_TOOLS = ['pagerduty', 'incidentio', 'grafana', 'slack', 'runbook'] as const;
export type LinkTool = (typeof LINK_TOOLS)[number];

/** A link with the placeholders of a tool. */
export interface LinkTemplate {
  readonly tool: LinkTool;
  /** What people call the tool. */
  readonly label: string;
  /** What to do with it there. */
  readonly advice: string;
  /** What stands behind the question mark. */
  readonly query: string;
}

/** One template for each tool. Where the placeholders are from, and when they were looked up, is in docs/links.md. */
export function linkTemplates(): readonly LinkTemplate[] {
  return [
    {
      tool: 'pagerduty', label: 'PagerDuty', advice: l10n.t('For a message of an incident workflow'),
      query: 'v=1&source=pagerduty&state={{incident.status}}&id={{incident.id}}&title={{incident.title}}&start={{incident.created_at}}&sev={{incident.priority.summary}}&service={{incident.service.summary}}&url={{incident.html_url}}',
    },
    {
      tool: 'incidentio', label: 'incident.io', advice: l10n.t('For a message of a workflow: choose each variable there'),
      query: 'v=1&source=incidentio&state=open&id={{incident.reference}}&title={{incident.name}}&sev={{incident.severity}}&url={{incident.url}}',
    },
    {
      tool: 'grafana', label: 'Grafana', advice: l10n.t('For a notification template, inside range over .Alerts'),
      query: 'v=1&source=grafana&state={{ .Status }}&id={{ .Fingerprint }}&title={{ .Labels.alertname | urlquery }}&start={{ .StartsAt.UTC.Format "2006-01-02T15:04:05Z" }}{{ if eq .Status "resolved" }}&end={{ .EndsAt.UTC.Format "2006-01-02T15:04:05Z" }}{{ end }}&sev={{ .Labels.severity }}&url={{ .GeneratorURL | urlquery }}',
    },
    {
      tool: 'slack', label: l10n.t('Slack workflow'), advice: l10n.t('For a message of a workflow: insert a variable at each {{…}}'),
      query: 'v=1&source=slack&state=open&title={{title}}&sev={{severity}}',
    },
    {
      tool: 'runbook', label: l10n.t('Runbook or wiki'), advice: l10n.t('A link that starts the clock; write the title and service into it'),
      query: 'v=1&state=open&title=Payment%20timeouts&service=payments',
    },
  ];
}
