import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { dayOf, iso, plusDays, timeOn, weekdayOf } from './days';
import { recordAsk, type Ask, type NeverFor, type PromptHistory } from './history';

/** What *Later* offers, in this order. */
export const LATER = ['inTwoHours', 'tomorrow', 'nextWeek'] as const;
export type Later = (typeof LATER)[number];

const TWO_HOURS = 7_200_000;
/** As many are remembered: one a week, and some that a wrong clock has dated. */
const LESSONS = 20;

/** Until when each choice puts a prompt off, in milliseconds; the gate then waits for a good moment. Weeks begin on Monday. */
const untilOf: Readonly<Record<Later, (now: number, zone: string) => number>> = {
  inTwoHours: (now) => now + TWO_HOURS,
  tomorrow: (now, zone) => timeOn(plusDays(dayOf(now, zone), 1), '00:00', zone),
  nextWeek: (now, zone) => timeOn(plusDays(dayOf(now, zone), 7 - weekdayOf(dayOf(now, zone))), '00:00', zone),
};

/** *Start*: nothing more is asked about this incident. */
export function started(history: PromptHistory, incident: string, now: number): PromptHistory {
  return withAnswer(history, incident, now, { answer: 'start' });
}

/** *Later*: the incident is asked about again, when its time and a good moment have come. */
export function putOff(history: PromptHistory, incident: string, later: Later, now: number, zone: string): PromptHistory {
  return withAnswer(history, incident, now, { answer: 'later', until: iso(untilOf[later](now, zone)) });
}

/** *Not for me*, *Not an incident* or *Skip this one*: it stays in the list, or is called off by the caller. */
export function notForMe(history: PromptHistory, incident: string, answer: 'notAnIncident' | 'skip', now: number): PromptHistory {
  return withAnswer(history, incident, now, { answer });
}

/** *Never for ‹service or trigger›*: no incident of this service, or that only this trigger reported, is asked about. */
export function neverAgainFor(history: PromptHistory, incident: string, what: NeverFor, now: number): PromptHistory {
  const known = (history.neverFor ?? []).some((each) => isSame(each, what));
  const neverFor = known ? history.neverFor : [...(history.neverFor ?? []), what];
  return withAnswer(withField<PromptHistory, 'neverFor'>(history, 'neverFor', neverFor), incident, now, { answer: 'never' });
}

/** Takes *Never for …* back. An incident in which it was said stays in the list, unless it is asked for with `askAgain`. */
export function allowAgain(history: PromptHistory, what: NeverFor): PromptHistory {
  const left = (history.neverFor ?? []).filter((each) => !isSame(each, what));
  return withField<PromptHistory, 'neverFor'>(history, 'neverFor', left.length > 0 ? left : undefined);
}

/** Takes the last answer about an incident back, or that it had none: it may be asked about again, from now on. */
export function askAgain(history: PromptHistory, incident: string, now: number): PromptHistory {
  if (!history.asked.some((each) => each.incident === incident)) return history;
  return withAnswer(history, incident, now, { answer: 'later', until: iso(now) });
}

/** Notes that it was asked whether an open incident is still open. */
export function recordStillOpen(history: PromptHistory, incident: string, now: number): PromptHistory {
  return { ...history, stillOpen: [...(history.stillOpen ?? []), { incident, at: iso(now) }] };
}

/** Notes that it was told that a lesson is due. */
export function recordLesson(history: PromptHistory, now: number): PromptHistory {
  return { ...history, lessons: [...(history.lessons ?? []), iso(now)].slice(-LESSONS) };
}

/** What *Never for …* can name of an incident: its services, then who reported it, but no person. */
export function neverChoices({ services = [], claims = [] }: Incident): readonly NeverFor[] {
  const triggers = claims.map(({ source }) => source).filter((source) => source !== 'person');
  const named = (kind: NeverFor['kind'], names: readonly string[]): NeverFor[] => [...new Set(names)].map((name) => ({ kind, name }));
  return [...named('service', services), ...named('trigger', triggers)];
}

const isSame = (a: NeverFor, b: NeverFor): boolean => a.kind === b.kind && a.name === b.name;

/** The answer belongs to the last ask about the incident; an answer to one that is not there (lost, forgotten) makes one. */
function withAnswer(given: PromptHistory, incident: string, now: number, answer: Pick<Ask, 'answer' | 'until'>): PromptHistory {
  const history = given.asked.some((each) => each.incident === incident) ? given : recordAsk(given, incident, now);
  const last = history.asked.findLastIndex((each) => each.incident === incident);
  const asked = history.asked.map((each, index) =>
    index === last ? { ...withField<Ask, 'until'>(each, 'until', undefined), ...answer, answered: iso(now) } : each,
  );
  return { ...history, asked };
}
