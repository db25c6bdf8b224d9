import * as l10n from '@vscode/l10n';
import type { Judged } from '../journal/schema';
import type { CountedNotes, NoteLevel, NoteLine } from './notes';

/** What became of one note. */
const judgedNoteWords = (): Record<Judged, string> => ({ yes: l10n.t('It happened'), no: l10n.t('It did not happen'), unclear: l10n.t('Unclear whether it happened') });

/** "80 % sure. It happened." */
export function noteLineWords({ sure, judged }: NoteLine): string {
  const words = judgedNoteWords()[judged];
  return sure === undefined ? l10n.t('{0}.', words) : l10n.t('{0} % sure. {1}.', sure, words);
}

/** "3 of 5". */
export function levelWords({ happened, count }: NoteLevel): string {
  return l10n.t('{0} of {1}', happened, count);
}

/** What the dots say to who cannot see them: "At 60 %, 3 of 5 happened. At 80 %, 4 of 7." */
export function spokenLevels({ levels }: CountedNotes): string {
  return levels.map(({ sure, happened, count }) => l10n.t('At {0} %, {1} of {2} happened.', sure, happened, count)).join(' ');
}

/** Which judged notes are in no row, and why; empty where all are. */
export function unplacedWords({ unclear, unstated }: CountedNotes): string {
  return [
    unclear === 0 ? '' : unclear === 1 ? l10n.t('1 left out: unclear whether it happened.') : l10n.t('{0} left out: unclear whether they happened.', unclear),
    unstated === 0 ? '' : unstated === 1 ? l10n.t('1 left out: it does not say how sure you were.') : l10n.t('{0} left out: they do not say how sure you were.', unstated),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Notes that nobody judged yet, where there are any. */
export function unjudgedWords(unjudged: number): string {
  if (unjudged === 0) return '';
  return unjudged === 1 ? l10n.t('1 more note was not judged.') : l10n.t('{0} more notes were not judged.', unjudged);
}
