import type { Incident } from './schema';

/** Every record's file ends in this; editors find the JSON Schema by it. */
export const SUFFIX = '.debrief.json';
const LONGEST_SLUG = 40;

/**
 * Where a new record is written, relative to the journal's folder: `incidents/2026/2026-11-24-checkout-errors-7k3f9q2mxa.debrief.json`.
 * The name is for people and never changes afterwards; the id inside decides.
 * @param dated in milliseconds: the name has its UTC date. When the record was made; of one that sources told of, when it began, so that two machines that make it give its file one name
 */
export function incidentFile(record: Incident, dated: number): string {
  const day = new Date(dated).toISOString().slice(0, 10);
  const name = [day, slug(record.title), record.id].filter(Boolean).join('-');
  return `incidents/${day.slice(0, 4)}/${name}${SUFFIX}`;
}

/** At most 40 of a to z, 0 to 9 and hyphens; empty where a title has none of them. */
function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, LONGEST_SLUG).replace(/-$/, '');
}

/** What the name of a record's file says: the day, words for a list, the id. Each is undefined where the name was changed by hand. */
export interface FileNameParts {
  readonly day: string | undefined;
  readonly name: string;
  readonly id: string | undefined;
}

export function fileNameParts(file: string): FileNameParts {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.debrief\.json$/, '');
  const ours = /^(\d{4}-\d\d-\d\d)-(?:(.*)-)?([0-9a-z]{2,64})$/.exec(base);
  if (!ours) return { day: undefined, name: base, id: undefined };
  const [, day, words, id] = ours;
  return { day, name: words === undefined ? `${day}` : `${day} ${words}`, id };
}
