import * as l10n from '@vscode/l10n';
import { momentWords } from '../incident/times';
import { nameOf } from '../journal/people';
import type { Reflection, StoredEvidence } from '../journal/schema';
import { DEEP_SECTIONS, TALK, type DeepSection, type TalkPart } from '../deep/places';
import { questionOf, questions } from '../deep/questions';
import { sectionWords } from '../deep/sections';
import { talkWords } from '../deep/talk';
import { titleOf } from './incidentParts';
import { said, type Part, type Parts } from './part';
import type { LetterContext } from './state';

type Answers = NonNullable<Reflection['answers']>;

/** The sections of the deep path in which something was answered, each with its questions' words. */
export const deepSections: readonly (readonly [id: string, title: () => string, parts: (context: LetterContext) => Parts])[] = DEEP_SECTIONS.map((section) => [
  `deep-${section}`, () => sectionWords()[section].title, (context) => partsOf(section, context),
]);

/** Whether an answer is one of the deep path. */
export const isDeepAnswer = (name: string): boolean => questionOf(name) !== undefined;

function partsOf(section: DeepSection, context: LetterContext): Parts {
  const answers = context.incident.reflection?.answers ?? {};
  const own = questions().filter((each) => each.section === section);
  const plain = own.filter(({ each }) => each === undefined).map(({ id, words }) => answer(answers, id, words()));
  switch (section) {
    case 'A': return [...decisionParts(answers, context), ...plain];
    case 'E': return [...coachedParts(context, plain), ...talkParts(answers)];
    default: return plain;
  }
}

function answer(answers: Answers, name: string, label: string): Part | undefined {
  return said(answers[name], { label, fields: [`answer.${name}`, `/reflection/answers/${name}`] });
}

/** Each decision point, then what was known, not known, expected and weighed there. One that was taken off stays as long as something is said of it. */
function decisionParts(answers: Answers, { incident, locale, now }: LetterContext): Parts {
  const own = questions().filter(({ each }) => each === 'decision');
  const about = [...new Set(Object.keys(answers).filter((name) => own.some(({ id }) => name.startsWith(`${id}.`))).map((name) => name.slice(name.indexOf('.') + 1)))];
  const points = (incident.evidence ?? []).filter(({ id, decision }) => decision === true || about.includes(id));
  const lost = about.filter((id) => !points.some((point) => point.id === id));
  const asked = (id: string): Parts => own.map((question) => answer(answers, `${question.id}.${id}`, question.words()));
  const point = (entry: StoredEvidence): Parts => [
    { look: 'quote', label: momentWords(entry.at, locale, now), text: isAbove(entry) ? l10n.t('The moment, as it stands above') : titleOf(entry, incident), fields: [`/evidence/${entry.id}/`] },
    ...asked(entry.id),
  ];
  return [...points.flatMap(point), ...lost.flatMap(asked)];
}

/** Whether the letter has said it already: as the moment, or as something that was added by hand. */
const isAbove = ({ moment, source, decision }: StoredEvidence): boolean => moment === true || (source === 'person' && decision !== true);

function coachedParts({ incident, people }: LetterContext, plain: Parts): Parts {
  const entry = incident.people?.find(({ id }) => id === incident.reflection?.coached);
  const name = nameOf(people, entry?.person);
  return name === undefined ? plain : [{ look: 'heading', text: name, fields: ['/reflection/coached'] }, ...plain];
}

function talkParts(answers: Answers): Parts {
  const words = talkWords();
  const said = (part: TalkPart): Part | undefined => answer(answers, `said.${part}`, l10n.t('{0}: what they said', words[part].title));
  return TALK.map(said);
}
