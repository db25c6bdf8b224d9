import { arrangeIncident } from './arrange';
import type { Incident } from './schema';

/** The first 16 hex digits of the SHA-256 of a text. An argument, since this folder knows no crypto library. */
export type Digest = (text: string) => string;

/**
 * Hides a record. The field holds a digest of all the rest, so any edit of the rest, here or on another machine, brings the
 * record back by itself.
 * @param at when, ISO 8601 UTC
 */
export function remove(record: Incident, at: string, digest: Digest): Incident {
  const rest = restore(record);
  return { ...rest, deleted: { at, was: digestOf(rest, digest) } };
}

/** Takes a deletion back. The same record where there is none. */
export function restore(record: Incident): Incident {
  if (record.deleted === undefined) return record;
  const { deleted, ...rest } = record;
  void deleted;
  return rest;
}

/** Hidden: it was deleted, and nothing else was changed since. */
export function isDeleted(record: Incident, digest: Digest): boolean {
  if (record.deleted === undefined) return false;
  return record.deleted.purged === true || record.deleted.was === digestOf(restore(record), digest);
}

/** Over the arranged record without white space, so that formatting and the order of keys do not count as an edit. */
const digestOf = (rest: Incident, digest: Digest): string => digest(JSON.stringify(arrangeIncident(rest)));
