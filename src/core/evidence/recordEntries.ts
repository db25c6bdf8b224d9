import * as l10n from '@vscode/l10n';
import type { Incident, StoredEvidence } from '../journal/schema';
import type { EvidenceEntry, EvidenceKind } from './entry';
import { keyOf, sourceOf } from './stored';

/** What the record says by itself: beginning, end, foresight notes (unsealed here), what was noted in passing. All turning points. */
export function recordEntries({ window, foresight = [], incidentNotes = [] }: Incident): EvidenceEntry[] {
  const notes = foresight.map(({ id, at, belief, sure, next, judged }): EvidenceEntry => ({
    ...row('note', at, sure === undefined ? l10n.t('Your note') : l10n.t('Your note, {0} % sure', sure), id),
    note: {
      belief,
      ...(sure !== undefined && { sure }),
      ...(next !== undefined && { next }),
      ...(judged && { judged }),
    },
  }));
  return [
    row('began', window.start, l10n.t('The incident began')),
    ...notes,
    ...incidentNotes.map(({ id, at, text }) => row('remark', at, text, id)),
    ...(window.end === undefined ? [] : [row('ended', window.end, l10n.t('The incident was over'))]),
  ];
}

function row(kind: EvidenceKind, at: string, title: string, ref?: string): EvidenceEntry {
  const key = keyOf({ source: 'incident', kind, ...(ref !== undefined && { ref }) });
  return { key, at, source: 'incident', kind, title, ...(ref !== undefined && { ref }), turningPoint: true };
}

const KINDS: readonly EvidenceKind[] = [
  'landing',
  'merge',
  'revert',
  'tag',
  'moment',
  'began',
  'ended',
  'note',
  'remark',
  'told',
];

/** An entry of which only the stored part is known: added by hand, or its commit is gone or outside of what was read. */
export function storedEntry(stored: StoredEvidence): EvidenceEntry {
  const { id, at, title, ref, repository } = stored;
  const source = sourceOf(stored);
  const fallback = source === 'git' ? 'landing' : source === 'document' ? 'told' : 'moment';
  const kind = KINDS.find((each) => each === stored.kind) ?? fallback;
  const commit = source === 'git' && kind !== 'tag' ? ref : undefined;
  return {
    key: keyOf({
      source,
      kind,
      storedId: id,
      ...(ref !== undefined && { ref }),
      ...(repository !== undefined && { repository }),
    }),
    at,
    source,
    kind,
    title,
    ...(ref !== undefined && { ref }),
    ...(commit !== undefined && { commit }),
    ...(repository !== undefined && { repository }),
    turningPoint: true,
  };
}
