import { kindOf } from '../identity/claimFacts';
import type { Incident } from '../journal/schema';
import { dayOf, workdayAfter } from './days';
import { askedAt, asksAbout, type Answer, type Ask } from './history';
import type { Reason } from './reason';
import { neverName } from './neverName';
import { isFarAhead, type Scene } from './scene';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The longest that *Later* puts off is a week and its changes of clock. What says more was said by a clock that went ahead. */
const LONGEST_LATER = 8 * DAY;
/**
 * From this on what was inferred is asked about, in per cent: explicit words and production that went back, of which about eight in ten are
 * incidents in an organisation that the rules were not made on.
 */
const SURE = 80;

/** Why an incident is not asked about and stays in the list, or undefined. `at` is the time for which this is asked, in milliseconds. */
type ListRule = (incident: Incident, at: number, scene: Scene) => Reason | undefined;

const answered: Readonly<Partial<Record<Answer, Reason>>> = {
  start: { code: 'started' },
  skip: { code: 'skipped' },
  notAnIncident: { code: 'notAnIncident' },
};

/** The first that holds is the reason that is given. */
const rules: readonly ListRule[] = [
  ({ kind }) => (kind === 'drill' || kind === 'shadow' ? { code: kind } : undefined),
  ({ window: { end = '' } }, at, { now }) => (isFarAhead(Date.parse(end), now) ? { code: 'endsInFuture', ends: end } : undefined),
  ({ id }, at, { history }) => answered[asksAbout(history, id).at(-1)?.answer ?? 'later'],
  never,
  (incident) => (isInferred(incident) ? { code: 'inferred' } : undefined),
  shortAlert,
  tooOld,
  unanswered,
];

export function listReason(incident: Incident, at: number, scene: Scene): Reason | undefined {
  for (const rule of rules) {
    const reason = rule(incident, at, scene);
    if (reason) return reason;
  }
  return undefined;
}

/** Until when *Later* put an incident off, in milliseconds, or undefined. */
export function putOffUntil(incident: string, { history, now }: Scene): number | undefined {
  const last = asksAbout(history, incident).findLast(({ answer }) => answer === 'later');
  const until = Date.parse(last?.until ?? '');
  return Number.isNaN(until) || until > now + LONGEST_LATER ? undefined : until;
}

/** The asks since the last answer. */
export function unansweredAsks(incident: string, { history }: Scene): readonly Ask[] {
  const asks = asksAbout(history, incident);
  return asks.slice(asks.findLastIndex(({ answer }) => answer !== undefined) + 1);
}

/** The working day by which an ask wants its answer. */
export const answerDay = (ask: Ask, { now, settings, zone }: Scene): string => workdayAfter(dayOf(askedAt(ask, now), zone), 1, settings);

/** A person said that it was one. A record without claims was written by a person. */
function isDeclared({ claims = [] }: Incident): boolean {
  return claims.length === 0 || claims.some(({ source }) => source === 'person');
}

function isInferred(incident: Incident): boolean {
  return !isDeclared(incident) && (incident.claims ?? []).every((claim) => kindOf(claim) === 'inferred' && (claim.sure ?? 0) < SURE);
}

function never(incident: Incident, at: number, { history }: Scene): Reason | undefined {
  const isNever = (kind: 'service' | 'trigger', name: string): boolean =>
    (history.neverFor ?? []).some((each) => each.kind === kind && each.name === name);
  const triggers = isDeclared(incident) ? [] : (incident.claims ?? []).map(({ source }) => source);
  const service = incident.services?.find((name) => isNever('service', name));
  const trigger = triggers.every((name) => isNever('trigger', name)) ? triggers[0] : undefined;
  const name = service ?? (trigger === undefined ? undefined : neverName({ kind: 'trigger', name: trigger }));
  if (name !== undefined) return { code: 'never', name };
  // Said of this very incident, and taken back since for its service: it was answered all the same.
  return asksAbout(history, incident.id).at(-1)?.answer === 'never' ? { code: 'skipped' } : undefined;
}

function shortAlert(incident: Incident, at: number, { settings }: Scene): Reason | undefined {
  const { start, end = start } = incident.window;
  const minutes = (Date.parse(end) - Date.parse(start)) / MINUTE;
  const kinds = (incident.claims ?? []).map(kindOf);
  return !kinds.includes('alert') || kinds.includes('declared') || minutes >= settings.shortestAlertMinutes ? undefined : { code: 'shortAlert', minutes: Math.floor(minutes) };
}

/** Counted from the end, or from the day until which the lead put it off: who says *Next week* is asked next week. */
function tooOld({ id, window }: Incident, at: number, scene: Scene): Reason | undefined {
  const { settings, zone } = scene;
  const from = Math.max(Date.parse(window.end ?? ''), putOffUntil(id, scene) ?? 0);
  const daysAgo = (at - from) / DAY;
  if (daysAgo < settings.closesAfterWorkdays - 1) return undefined; // a day less, for changes of clocks
  if (settings.workdays.length > 0 && daysAgo > settings.closesAfterWorkdays * 7 + 8) return { code: 'tooOld' };
  const last = workdayAfter(dayOf(from, zone), settings.closesAfterWorkdays, settings);
  return dayOf(at, zone) > last ? { code: 'tooOld' } : undefined;
}

function unanswered({ id }: Incident, at: number, scene: Scene): Reason | undefined {
  const overdue = unansweredAsks(id, scene).filter((ask) => dayOf(at, scene.zone) >= answerDay(ask, scene));
  return overdue.length >= scene.settings.unansweredPrompts ? { code: 'unanswered' } : undefined;
}
