import * as l10n from '@vscode/l10n';
import { loadWords, isPastLimit, type Load } from '../growth/load';
import { seekOf, type Seek } from '../growth/seek';
import { seekDetails } from '../growth/seekWords';
import { dayWords } from '../incident/times';
import { typedDays } from '../incident/typedDays';
import { seekRoleWords } from '../incident/words';
import { isSameName, nameOf } from '../journal/people';
import type { Incident } from '../journal/schema';
import { NO_OCCASION, SEEK_ROLES } from '../journal/values';
import { planWords } from '../plan/words';
import { behaviour, behavioursAskedIn, familyName } from '../reflection/behaviours';
import { anchorOf } from '../reflection/ratings';
import type { ReflectionContext } from '../reflection/reflectionState';
import { coachedPerson } from './asked';
import type { AheadState, CoachingState, OutsideState, RatingsState } from './deepState';
import { openView, requestWords } from './outsideView';
import { TALK } from './places';
import { talkWords } from './talk';

/** Everybody who can be chosen: whom the evidence names, and whom the people file knows. */
function namesIn({ evidence, people }: ReflectionContext): readonly string[] {
  return [...new Set([...evidence.people, ...people].map(({ name }) => name))].sort();
}

const answerIn = ({ reflection }: Incident, question: string): string => reflection?.answers?.[question] ?? '';

/** Section E, and the card. */
export function coachingState(context: ReflectionContext): CoachingState {
  const { incident, people } = context;
  const name = nameOf(people, coachedPerson(incident)?.person);
  const words = talkWords();
  return {
    ...(name !== undefined && { name }),
    names: namesIn(context),
    want: answerIn(incident, 'want'),
    choice: answerIn(incident, 'choice'),
    talk: TALK.map((part) => ({ part, ...words[part], field: `answer.said.${part}` as const })),
  };
}

/** Section F: the guess and the ratings as facts, with no verdict, and every behaviour that can be rated. */
export function ratingsState({ incident }: ReflectionContext): RatingsState {
  const { best, costly } = incident.reflection?.guess ?? {};
  const asked = behavioursAskedIn(incident.kind);
  const families = [...new Set(asked.map(({ family }) => family))].map((family) => ({
    name: familyName(family),
    ratings: asked.filter((each) => each.family === family).map(({ id, name, anchors }) => {
      const anchor = anchorOf(incident, id);
      return { behaviour: id, name, anchors, picked: false, ...(anchor !== undefined && { anchor }) };
    }),
  }));
  const fact = (id: string | undefined, guessed: (name: string, rated: string) => string): readonly string[] => {
    const name = behaviour(id)?.name;
    return id === undefined || name === undefined ? [] : [guessed(name, ratedWords(incident, id))];
  };
  const facts = [
    ...fact(best, (name, rated) => l10n.t('Guessed before the evidence to have gone best: {0}. {1}', name, rated)),
    ...fact(costly, (name, rated) => l10n.t('Guessed before the evidence to have cost most: {0}. {1}', name, rated)),
  ];
  return { facts, families };
}

/** What the lead rated, in a sentence. */
export function ratedWords(incident: Incident, id: string): string {
  const anchor = anchorOf(incident, id);
  if (anchor === undefined) return l10n.t('Not rated yet.');
  return anchor === NO_OCCASION ? l10n.t('Rated after it: no occasion.') : l10n.t('Rated after it: {0}.', anchor);
}

/** Section G. */
export function outsideState(context: ReflectionContext): OutsideState {
  const { incident, people, locale, now } = context;
  const open = openView(incident);
  const whom = nameOf(people, open?.person);
  const views = (incident.outside ?? []).filter((each) => each !== open).map(({ id, at, person, behaviour: about, asked }) => ({
    field: `outside.${id}` as const,
    label: labelOf(nameOf(people, person), behaviour(about)?.name),
    asked: l10n.t('Asked on {0}.', dayWords(asked ?? at, locale, now)),
    own: about === undefined ? '' : ownWords(incident, about),
  }));
  return {
    ...(whom !== undefined && { whom }),
    names: namesIn(context),
    ...(open?.behaviour !== undefined && { about: open.behaviour }),
    behaviours: behavioursAskedIn(incident.kind).map(({ id, name, family }) => ({ id, name, family: familyName(family) })),
    request: open?.behaviour === undefined ? '' : requestWords(incident, open.behaviour, locale, now),
    views,
  };
}

function labelOf(whom: string | undefined, about: string | undefined): string {
  if (whom === undefined) return about === undefined ? l10n.t('What they answered') : l10n.t('What they answered about “{0}”', about);
  return about === undefined ? l10n.t('What {0} answered', whom) : l10n.t('What {0} answered about “{1}”', whom, about);
}

/** The act that the lead chose, in full: what stands beside the answer. */
function ownWords(incident: Incident, id: string): string {
  const anchor = anchorOf(incident, id);
  if (anchor === undefined) return l10n.t('You have not rated it yourself.');
  if (anchor === NO_OCCASION) return l10n.t('Your own: no occasion this time.');
  return l10n.t('Your own: {0}, {1}', anchor, behaviour(id)?.anchors[anchor - 1] ?? '');
}

/** Section H. */
export function aheadState({ incident, files, locale, now }: ReflectionContext, load: Load): AheadState {
  const { plan } = incident;
  const [goal, written] = [seekOf(files?.journal), nextSeek(incident)];
  const line = (seek: Seek): string => [seek.goal, seekDetails(seek, locale, now)].filter(Boolean).join('. ');
  return {
    ...(plan && (plan.cue !== undefined || plan.act !== undefined) && { plan: planWords(plan) }),
    load: loadWords(load),
    past: isPastLimit(load),
    ...(goal && { goal: line(goal) }),
    ...(written && (!goal || line(written) !== line(goal)) && { offer: line(written) }),
  };
}

/**
 * The next situation with what was written about it; undefined where no situation is named. A role or a day that is none of those that can
 * be chosen stays in the words.
 */
export function nextSeek(incident: Incident): Seek | undefined {
  const said = (question: string): string => answerIn(incident, question).trim().replaceAll(/\s+/g, ' ');
  const [situation, as, backing, when] = [said('nextSituation'), said('nextRole'), said('nextBacking'), said('nextBy')];
  if (situation === '') return undefined;
  const words = seekRoleWords();
  const role = SEEK_ROLES.find((each) => isSameName(words[each], as));
  const by = typedDays(when)?.first === when ? when : undefined;
  const goal = [situation, role ? '' : as, by === undefined ? when : ''].filter((each) => each !== '').join('; ');
  return { goal, ...(role && { role }), ...(backing !== '' && { backing }), ...(by !== undefined && { by }) };
}
