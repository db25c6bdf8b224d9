import * as l10n from '@vscode/l10n';
import type { Judged, Kind } from '../journal/schema';
import type { CountedNotes, NoteLevel, NoteLine, NotesState } from './notes';

/** What became of one note. */
const judgedNoteWords = (): Record<Judged, string> => ({ yes: l10n.t('It happened'), no: l10n.t('It did not happen'), unclear: l10n.t('Unclear whether it happened') });

/** "80 % sure. It happened." */
export function noteLineWords({ sure, judged }: NoteLine): string {
  const words = judgedNoteWords()[judged];
  return sure === undefined ? l10n.t('{0}.', words) : l10n.t('{0} % sure. {1}.', sure, words);
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

/** The notes of one kind of incident as the page shows them. */
export interface NotesInWords {
  /** How often it happened at each stated confidence; empty below ten. */
  readonly levels: readonly NoteLevel[];
  /** What the dots say to who cannot see them. */
  readonly spoken: string;
  readonly list: readonly { readonly incident: string; readonly words: string; readonly became: string; readonly where: string }[];
  /** What is left out; where there is nothing at all, what will be here. */
  readonly words: string;
  /** What opens the whole list; empty where it is whole. */
  readonly all: string;
  readonly isWhole: boolean;
}

/** @param notes of one kind of incident */
export function notesInWords({ counted, list, more, unjudged, isWhole }: NotesState, kind: Kind): NotesInWords {
  const of = counted[kind];
  const left = [of ? unplacedWords(of) : '', unjudgedWords(unjudged)].filter(Boolean).join(' ');
  return {
    levels: of?.levels ?? [],
    spoken: of ? spokenLevels(of) : '',
    list: list.map((line) => ({ incident: line.incident, words: line.words, became: noteLineWords(line), where: l10n.t('{0}, {1}', line.title, line.day) })),
    words: of || list.length > 0 ? left : [l10n.t('Note what you believe while an incident runs. It stands here once you have judged whether it happened.'), left].filter(Boolean).join(' '),
    all: more > 0 ? l10n.t('Show all {0} notes', list.length + more) : '',
    isWhole,
  };
}
