import { clashStates, type ClashPlace, type ClashState, type ShownFields } from '../reflection/clashStates';
import { isAskedIn } from '../reflection/behaviours';
import { ratingOf } from '../reflection/ratings';
import type { ReflectionContext } from '../reflection/reflectionState';
import { TALK, type DeepPlace } from './places';
import { questionOf } from './questions';

/** No screen is shown: what only a screen has a field for is asked in the list above the fields. */
const NO_SCREEN: ShownFields = { plan: { stage: 'write' } };

/** Every value that was changed in two places, with the section that has a field for it. */
export function deepClashes(context: ReflectionContext, place: DeepPlace): readonly ClashState[] {
  return clashStates(context, NO_SCREEN).map(({ of, path, about, mine, theirs, keeps }) => {
    const at = of === 'incident' ? placeOf(path, context, place) : undefined;
    return { of, path, about, mine, theirs, keeps, ...(at && { at }) };
  });
}

/** The section that has a field for a value of the record, seen from outside the deep path; undefined where none has. */
export function sectionOf(path: string, context: ReflectionContext): ClashPlace | undefined {
  return placeOf(path, context, 'card'); // what they said in a conversation is on the card
}

function placeOf(path: string, { incident }: ReflectionContext, place: DeepPlace): ClashPlace | undefined {
  const [, kind = '', name = ''] = /^text\/(answer|note|outside|evidence)\.(.+)$/.exec(path) ?? [];
  const on = (screen: DeepPlace): ClashPlace => ({ screen, field: `${kind}.${name}` });
  switch (kind) {
    case 'answer': return answerPlace(name, incident.evidence ?? [], place, on);
    case 'note': return on('B');
    case 'outside': return on('G');
    case 'evidence': return isAskedIn(incident.kind, name) ? on('F') : undefined;
    default: {
      if (path === '/reflection/coached') return { screen: 'E', field: 'coached' };
      const rated = /^\/reflection\/ratings\/([^/]+)\/anchor$/.exec(path)?.[1];
      const behaviour = incident.reflection?.ratings?.find(({ id }) => id === rated)?.behaviour;
      return behaviour !== undefined && isAskedIn(incident.kind, behaviour) && ratingOf(incident, behaviour)?.id === rated ? { screen: 'F', field: `anchor.${behaviour}` } : undefined;
    }
  }
}

type StoredEvidence = NonNullable<ReflectionContext['incident']['evidence']>;

/** An answer about a decision point has a field while that is one; what they said in a conversation is on the card. */
function answerPlace(name: string, evidence: StoredEvidence, place: DeepPlace, on: (screen: DeepPlace) => ClashPlace): ClashPlace | undefined {
  const question = questionOf(name);
  if (!question) return undefined;
  const about = name.slice(question.id.length + 1);
  if (question.each === 'decision') return evidence.some(({ id, decision }) => decision === true && id === about) ? on('A') : undefined;
  if (question.each === 'talk') return TALK.some((part) => part === about) && place === 'card' ? on('card') : undefined;
  return on(question.section);
}
