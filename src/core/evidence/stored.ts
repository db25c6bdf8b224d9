import type { Incident, StoredEvidence } from '../journal/schema';
import type { EvidenceEntry, EvidenceSource } from './entry';

/** A page may send no key longer than this. */
const LONGEST_KEY = 200;
const SHORTEST_HASH = 7;

/** What tells one entry from another. */
export interface Identity {
  readonly source: EvidenceSource;
  readonly kind?: string;
  readonly ref?: string;
  readonly repository?: string;
  readonly storedId?: string;
}

/**
 * What an entry is known by, from reading to reading. A commit is the same one in every clone and worktree; a tag's name may come
 * twice, in two repositories.
 */
export function keyOf({ source, kind = '', ref = '', repository = '', storedId = '' }: Identity): string {
  const named = source === 'incident' || kind === 'tag';
  const parts = source === 'person' ? [source, storedId] : named ? [kind, repository, ref] : [source, ref];
  return parts.filter(Boolean).join(':').slice(0, LONGEST_KEY);
}

/** Where a stored entry comes from. What another version calls otherwise counts as added by hand: it is shown as it is stored. */
export function sourceOf(stored: StoredEvidence): EvidenceSource {
  return stored.source === 'git' || stored.source === 'document' || stored.source === 'incident' ? stored.source : 'person';
}

/** Whether one of two hashes is the other, or begins it. */
export function sameCommit(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_HASH && long.toLowerCase().startsWith(short.toLowerCase());
}

/** Whether a stored entry is about a live one. A record that was edited by hand may name a commit by a shortened hash. */
export function isAbout(stored: StoredEvidence, entry: EvidenceEntry): boolean {
  const source = sourceOf(stored);
  if (source !== entry.source) return false;
  if (stored.id === entry.storedId || keyOf({ ...stored, source, storedId: stored.id }) === entry.key) return true;
  const commits = source === 'git' && stored.kind !== 'tag' && entry.kind !== 'tag';
  return commits && [entry.ref, ...(entry.alsoRefs ?? [])].some((ref) => sameCommit(stored.ref ?? '', ref ?? ''));
}

/** The stored entry about a live one, where the lead touched it. */
export function storedFor(record: Incident, entry: EvidenceEntry): StoredEvidence | undefined {
  return (record.evidence ?? []).find((each) => isAbout(each, entry));
}
