import * as l10n from '@vscode/l10n';
import type { EvidenceEntry } from '../evidence/entry';

/** As much of an entry as somebody could know when it happened: nothing that was judged, marked or found out later. */
export interface KnownEntry {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly author?: string;
  /** What the lead believed then, in their words, and what they expected next. */
  readonly believed?: string;
  readonly expected?: string;
}

/** When an incident began and was over is often found out only behind it. */
const FOUND_OUT: readonly EvidenceEntry['kind'][] = ['began', 'ended'];

/**
 * What was known by a time: what happened until then, and the notes made until then. What landed, was noted or told later is not in it, nor is
 * what later eyes see in an earlier entry (that it was a turning point, a fix, or wrong). Hidden entries stay hidden.
 * @param at ISO 8601 UTC
 */
export function knownBy(entries: readonly EvidenceEntry[], at: string): readonly KnownEntry[] {
  const by = Date.parse(at);
  return entries.filter((entry) => Date.parse(entry.at) <= by && entry.hidden !== true && !FOUND_OUT.includes(entry.kind)).map(({ key, at: when, title, author, note, kind }) => ({
    key,
    at: when,
    title: kind === 'note' ? '' : kind === 'tag' ? l10n.t('Tag {0}', title) : title,
    ...(author !== undefined && { author }),
    ...(note && { believed: note.belief }),
    ...(note?.next !== undefined && note.next !== '' && { expected: note.next }),
  }));
}
