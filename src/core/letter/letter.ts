import * as l10n from '@vscode/l10n';
import { windowWords } from '../incident/times';
import { isAnswered, screenNames, shortPath } from '../reflection/screens';
import { isFromDocument } from '../found/listing';
import { Changes } from './changes';
import { deepSections } from './deepParts';
import { factParts, finishedWords, guessParts, momentParts, noteParts } from './incidentParts';
import type { Part, Parts } from './part';
import { clashParts, lastPlanParts, otherParts, planParts, promiseParts } from './planParts';
import { personParts, ratingParts } from './ratingParts';
import type { LetterContext, LetterPart, LetterSection, LetterState } from './state';

/** The sections, in the order in which they are read. One without a part is left out. */
const sections: readonly (readonly [id: string, title: () => string, parts: (context: LetterContext) => Parts])[] = [
  ['twofold', () => l10n.t('Changed in two places'), clashParts],
  ['facts', () => l10n.t('Facts'), factParts],
  ['lastPlan', () => l10n.t('Last plan'), lastPlanParts],
  ['guess', () => l10n.t('Guess'), guessParts],
  ['notes', () => l10n.t('Noted while it ran'), noteParts],
  ['moment', () => l10n.t('A moment where your next step was not obvious'), momentParts],
  ['ratings', () => l10n.t('Ratings'), ratingParts],
  ['person', () => l10n.t('Who would have been missed'), personParts],
  ...deepSections,
  ['plan', () => l10n.t('Your plan'), planParts],
  ['promises', () => l10n.t('Promises'), promiseParts],
  ['others', () => l10n.t('Also noted'), otherParts],
];

/**
 * A finished reflection as a letter: all that the record says of it, in words, each text once and as it was typed, with what each
 * field said before it was changed. What was not answered is left out; the screens are named in one line.
 */
export function letterOf(context: LetterContext): LetterState {
  const { incident, last, locale, now } = context;
  const changes = new Changes(context);
  const finished = finishedWords(context, changes);
  const told = sections.map(([id, title, parts]): LetterSection => ({ id, title: title(), parts: withChanges(parts(context), changes) }));
  const rest: LetterSection = { id: 'changes', title: l10n.t('Changed since'), parts: changes.rest().map(([label, change]) => ({ label, look: 'text', changes: [change] })) };
  const shown = [...told, rest].filter(({ parts }) => parts.length > 0);
  const isTold = (screen: string): boolean => screen === 'lastPlan' && shown.some(({ id }) => id === screen);
  const open = shortPath(last !== undefined).filter((screen) => !isAnswered(screen, incident, last) && !isTold(screen));
  const names = screenNames();
  return {
    id: incident.id,
    title: incident.title,
    when: windowWords(incident.window, locale, now),
    finished,
    sections: shown,
    ...(isFromDocument(incident) && { fromDocument: true as const }),
    ...(open.length > 0 && { skipped: l10n.t('Skipped: {0}.', open.map((screen) => names[screen]).join(', ')) }),
  };
}

function withChanges(parts: Parts, changes: Changes): readonly LetterPart[] {
  return parts.filter((part): part is Part => part !== undefined).map(({ fields = [], before = [], ...part }) => ({
    ...part,
    changes: [...before, ...changes.take(fields, part.label !== undefined)],
  }));
}
