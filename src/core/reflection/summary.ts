import * as l10n from '@vscode/l10n';
import { isFromDocument } from '../found/listing';
import { timeOfDay } from '../incident/times';
import { durationWords } from '../incident/window';
import { kindWords, outcomeWords, roleWords, severityWords } from '../incident/words';
import { nameOf } from '../journal/people';
import type { Incident } from '../journal/schema';
import { NO_OCCASION } from '../journal/values';
import { returnsWords, tiedWords } from '../plan/lessonWords';
import { planWords } from '../plan/words';
import { behaviour } from './behaviours';
import { missedPerson } from './person';
import { behavioursToRate, ratingOf } from './ratings';
import type { ReflectionContext, ReflectionState } from './reflectionState';
import { sentence } from './sentence';

type Line = readonly [label: string, words: string];

/** What was noted, as lines; what was skipped has none. */
export function summaryOf(context: ReflectionContext): ReflectionState['summary'] {
  const { incident } = context;
  const made = incident.plan?.made !== undefined ? incident.plan : undefined;
  const lines = [facts(incident), moment(context), ...ratings(incident), person(context), ...promises(context)];
  return {
    lead: context.madeUp
      ? l10n.t('Nothing of this is kept: closing it throws it away. A real one would be in your journal now, on this machine.')
      : l10n.t('Saved in your journal, on this machine. Self-reflection, not appraisal evidence.'),
    ...(made && { plan: planWords(made) }),
    closing: closing(made !== undefined, context),
    lesson: { returns: returnsWords(incident, context.locale, context.now), tied: tiedWords(incident) },
    noted: lines.filter((line): line is Line => line !== undefined),
    ...(isFromDocument(incident) && { fromDocument: true as const }),
  };
}

function closing(hasPlan: boolean, { madeUp }: ReflectionContext): string {
  if (!hasPlan) return l10n.t('You made no plan this time. Any incident can bring the next one.');
  return madeUp ? l10n.t('After a real one, your next reflection would begin with it: did its moment come?') : l10n.t('Your next reflection begins with it: did its moment come?');
}

function facts({ window, kind, role, outcome, severity, stakes }: Incident): Line | undefined {
  const lasted = window.end === undefined ? undefined : durationWords(Date.parse(window.end) - Date.parse(window.start));
  const words = [
    kind && kindWords()[kind],
    role && roleWords()[role].toLowerCase(),
    outcome && outcomeWords()[outcome].toLowerCase(),
    severity && severityWords()[severity],
  ];
  const list = [...words, lasted].filter((each) => each !== undefined).join(', ');
  const sentences = [list && sentence(list), stakes].filter(Boolean);
  return sentences.length > 0 ? [l10n.t('Facts'), sentences.join(' ')] : undefined;
}

function moment({ incident, locale }: ReflectionContext): Line | undefined {
  const entry = (incident.evidence ?? []).find((each) => each.moment === true);
  const words = incident.reflection?.answers?.['moment'];
  if (!entry && words === undefined) return undefined;
  const at = entry && `${timeOfDay(entry.at, locale)}. ${sentence(entry.title)}`;
  return [l10n.t('Moment'), [at, words].filter(Boolean).join(' ')];
}

function ratings(incident: Incident): Line[] {
  const [best, costly] = behavioursToRate(incident);
  const guess = incident.reflection?.guess;
  const line = (id: string | undefined, label: string): Line[] => {
    const name = behaviour(id)?.name;
    if (id === undefined || name === undefined) return [];
    const anchor = ratingOf(incident, id)?.anchor;
    if (anchor === undefined) return [[label, l10n.t('{0}: not rated.', name)]];
    return [[label, anchor === NO_OCCASION ? l10n.t('{0}: no occasion.', name) : l10n.t('{0}: you rated it {1}.', name, anchor)]];
  };
  return [
    ...line(best, guess?.best === undefined ? l10n.t('Rated') : l10n.t('Guess, went best')),
    ...line(costly, guess?.costly === undefined ? l10n.t('Rated') : l10n.t('Guess, cost most')),
  ];
}

function person({ incident, people }: ReflectionContext): Line | undefined {
  const entry = missedPerson(incident);
  const name = nameOf(people, entry?.person);
  return name === undefined ? undefined : [l10n.t('Person'), [sentence(name), entry?.note].filter(Boolean).join(' ')];
}

function promises({ incident, people }: ReflectionContext): Line[] {
  const open = (incident.promises ?? []).filter(({ state }) => state === 'open');
  return open.map(({ text, person: id }) => {
    const name = nameOf(people, id);
    return [l10n.t('Promise'), name === undefined ? l10n.t('{0}. Open.', text) : l10n.t('{0}: {1}. Open.', name, text)];
  });
}
