import * as l10n from '@vscode/l10n';
import { dayWords } from '../incident/times';
import { markWords } from '../incident/words';
import { nameOf } from '../journal/people';
import type { PersonInIncident, Rating } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { BEHAVIOUR_TABLE, behaviour } from '../reflection/behaviours';
import { missedPerson } from '../reflection/person';
import { behavioursToRate } from '../reflection/ratings';
import { untilWords } from './changes';
import { aside, said, type Part, type Parts } from './part';
import type { LetterChange, LetterContext } from './state';

/** Each behaviour that was rated: its act in words, what shows it, and how it was rated before. */
export function ratingParts(context: LetterContext): Parts {
  const { incident } = context;
  const ratings = incident.reflection?.ratings ?? [];
  const first = behavioursToRate(incident).filter((id) => id !== undefined);
  const ids = [...new Set([...first, ...ratings.map((rating) => rating.behaviour)])];
  return ids.flatMap((id) => {
    const own = ratings.filter((rating) => rating.behaviour === id);
    return own.length > 0 ? partsOf(own, context) : [];
  });
}

/** @param own the ratings of one behaviour, in their order */
function partsOf(own: readonly Rating[], context: LetterContext): Parts {
  const latest = own.at(-1);
  if (!latest) return [];
  const { behaviour: id, evidence } = latest;
  const before = own.length > 1 ? [ratedBefore(own, context)] : [];
  const fields = own.map((rating) => `/reflection/ratings/${rating.id}/`);
  return [
    { look: 'heading', text: behaviour(id)?.name ?? id },
    { look: 'text', text: actWords(latest), fields, before },
    said(evidence, { label: l10n.t('What shows it'), fields: [`evidence.${id}`] }),
  ];
}

/** A number and the act that it stands for. The acts of another version's table are not known here. */
function actWords({ anchor, behaviour: id, table }: Rating): string {
  if (anchor === undefined) return l10n.t('Not rated.');
  if (anchor === NO_OCCASION) return l10n.t('No occasion this time.');
  const act = table === BEHAVIOUR_TABLE ? behaviour(id)?.anchors[anchor - 1] : undefined;
  return act === undefined ? l10n.t('{0}, in an earlier wording of the acts.', anchor) : l10n.t('{0}: {1}', anchor, act);
}

/** A re-rating stands beside the original. An example that is the same, or that a revision keeps, is not said again. */
function ratedBefore(own: readonly Rating[], context: LetterContext): LetterChange {
  const { incident, locale, now } = context;
  const kept = (incident.reflection?.revisions ?? []).filter(({ field }) => field === `evidence.${own[0]?.behaviour}`).map(({ before }) => before);
  const told = new Set([...kept, own.at(-1)?.evidence ?? '']);
  const earlier = own.slice(0, -1).reverse().map((rating, index) => {
    const { evidence = '' } = rating;
    const text = told.has(evidence) ? actWords(rating) : `${actWords(rating)}\n${evidence}`;
    told.add(evidence);
    return { until: untilWords(own.at(-1 - index)?.at ?? rating.at, context), text };
  });
  return { title: l10n.t('Rated again on {0}: what you rated before', dayWords(own.at(-1)?.at ?? '', locale, now)), before: earlier };
}

/** Who would have been missed, what they made possible, and who else was noted. */
export function personParts(context: LetterContext): Parts {
  const { incident } = context;
  const missed = missedPerson(incident);
  const others = (incident.people ?? []).filter((each) => each !== missed);
  const label = l10n.t('What did it make possible?');
  const waiting = incident.reflection?.answers?.['person.note'];
  return [
    ...(missed ? whoParts(missed, context, ['person', '/reflection/person', 'person.marks']) : []),
    said(missed?.note, { label, fields: ['person.note'] }),
    said(waiting, { label, fields: ['person.note', '/reflection/answers/person.note'] }),
    ...others.flatMap((each) => [...whoParts(each, context, []), said(each.note, { label, fields: [`note.${each.id}`] })]),
  ];
}

function whoParts({ id, person, marks, again, heldBack, thanked }: PersonInIncident, { people, locale, now }: LetterContext, fields: readonly string[]): readonly Part[] {
  const words = markWords();
  const name = nameOf(people, person) ?? l10n.t('Somebody who is not in the people file');
  const asked = [again && l10n.t('You used them again and again.'), heldBack && l10n.t('You kept them from something they could do.')];
  const did = [...marks.map((mark) => `${words[mark]}.`), ...asked].filter(Boolean).join(' ');
  return [
    { look: 'heading', text: name, fields: [...fields, `/people/${id}/`] },
    ...(did === '' ? [] : [{ look: 'text' as const, text: did }]),
    ...(thanked === undefined ? [] : [aside(l10n.t('Told on {0}.', dayWords(thanked, locale, now)))]),
  ];
}
