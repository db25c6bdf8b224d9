import type { Severity } from '../journal/schema';

/** Words of severities, priorities and urgencies: PagerDuty, incident.io, Jira, Opsgenie, Statuspage, and documents. */
const WORDS: Readonly<Record<Severity, readonly string[]>> = {
  sev1: ['critical', 'crit', 'disaster', 'blocker', 'highest', 'emergency', 'urgent', 'severe', 'fatal', 'total'],
  sev2: ['major', 'high', 'error'],
  sev3: ['minor', 'medium', 'moderate', 'normal', 'warning', 'average', 'partial'],
  sev4: ['low', 'lowest', 'trivial', 'info', 'informational', 'cosmetic'],
};
const LEVELS: readonly Severity[] = ['sev1', 'sev1', 'sev2', 'sev3', 'sev4', 'sev4'];
/** "SEV-2", "P1", "S3", "1 - Critical", "2", "Severity 1"; counted from 0 or from 1, 5 is the lowest. */
const LEVEL = /^(?:sev(?:erity)?|p(?:rio(?:rity)?)?|s|level)?[ _:#-]{0,2}([0-5])(?![\d.])/i;

/** The severity that a source's own word stands for; undefined where that is not known. What the source said is kept beside it. */
export function severityOf(raw: string): Severity | undefined {
  const text = raw.trim().toLowerCase();
  const [, level] = LEVEL.exec(text) ?? [];
  if (level !== undefined) return LEVELS[Number(level)];
  const words = text.split(/[^a-z]+/);
  return (['sev1', 'sev2', 'sev3', 'sev4'] as const).find((severity) => WORDS[severity].some((word) => words.includes(word)));
}
