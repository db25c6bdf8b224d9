import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { judgeIncident } from '../journal/check';
import { peopleSchema, type Incident, type Person } from '../journal/schema';
import { aboutWords } from './choice';

/** The version of the file that JSON leaves as. */
const EXPORT_FORMAT = 1;
const INDENT = 2;

const exportSchema = v.looseObject({
  leadDebriefExport: v.pipe(v.number(), v.integer(), v.minValue(1)),
  redacted: v.exactOptional(v.boolean()),
  people: v.exactOptional(peopleSchema.entries.people),
  incidents: v.array(v.unknown()),
});

/** What an export holds. */
export interface Exported {
  readonly people: readonly Person[];
  readonly incidents: readonly Incident[];
}

/** Records and those whom they speak of, as JSON. @param redacted whether something may be left out: then it is no copy of the records, and is not imported */
export function toJson({ people, incidents }: Exported, redacted: boolean): string {
  return `${JSON.stringify({ leadDebriefExport: EXPORT_FORMAT, about: aboutWords(), redacted, people, incidents }, null, INDENT)}\n`;
}

/** What was read from a file, or one sentence why nothing was. */
export type ReadExport = { readonly ok: true; readonly exported: Exported } | { readonly ok: false; readonly reason: string };

/**
 * Reads what `toJson` wrote. Refuses a file that is no export, one of a newer version, one of which something was left out, and one with a
 * record that is not as the file format has it: the sentence says which and where. Every record is the very value that came in, with fields that nobody knows.
 * @param value what was parsed without loss
 */
export function readExport(value: unknown): ReadExport {
  const checked = v.safeParse(exportSchema, value);
  if (!checked.success) return refused(l10n.t('This is no export of a journal. Choose a JSON file that Share wrote.'));
  const { leadDebriefExport, redacted = false } = checked.output;
  if (leadDebriefExport > EXPORT_FORMAT) return refused(l10n.t('A newer Lead Debrief wrote this export. Update the extension to import it.'));
  if (redacted) return refused(l10n.t('Names or parts were left out of this export, so it is no copy of the records. Only JSON with everything in it can be imported.'));
  const { people = [], incidents } = value as { readonly people?: readonly Person[]; readonly incidents: readonly unknown[] };
  const read: Incident[] = [];
  for (const [at, each] of incidents.entries()) {
    const verdict = judgeIncident(each);
    if (verdict.state !== 'valid') return refused(l10n.t('Incident {0} of {1} cannot be imported: {2}', at + 1, incidents.length, verdict.reason));
    read.push(verdict.record);
  }
  const seen = new Set<string>();
  const twice = read.find(({ id }) => seen.size === seen.add(id).size);
  if (twice) return refused(l10n.t('{0} is there twice in this export.', twice.title));
  return { ok: true, exported: { people, incidents: read } };
}

const refused = (reason: string): ReadExport => ({ ok: false, reason });
