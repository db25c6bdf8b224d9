import type { Incident } from '../journal/schema';
import { clockOf, dayOf, isNight, isWorkday, iso, plusDays, timeOn, workdayAfter } from './days';
import { askedAt } from './history';
import { answerDay, putOffUntil, unansweredAsks } from './listRules';
import type { Reason } from './reason';
import type { Scene } from './scene';

const MINUTE = 60_000;
const WEEK_DAYS = 7;

/** Why an incident is not asked about at a time, and until when in milliseconds, where that is known. */
export interface Finding {
  readonly reason: Reason;
  readonly until?: number;
}

/** `at` is the time for which this is asked, now or later, in milliseconds. */
type WaitRule = (incident: Incident, at: number, scene: Scene) => Finding | undefined;

/** The first that holds is the reason that is given. */
const rules: readonly WaitRule[] = [never, open, rest, later, pending, hours, night, lost, justAsked, dayFull, weekFull];

export function waitFinding(incident: Incident, at: number, scene: Scene): Finding | undefined {
  for (const rule of rules) {
    const finding = rule(incident, at, scene);
    if (finding) return finding;
  }
  return undefined;
}

/** Why this is no time to say anything, whatever it is about: it is off, an incident is open or just over, it is not within working hours. */
export function timeFinding(scene: Scene): Finding | undefined {
  for (const rule of [never, open, rest, hours]) {
    const finding = rule(undefined, scene.now, scene);
    if (finding) return finding;
  }
  return undefined;
}

/**
 * Whether this is no moment to ask: the end of a piece of work is a good one. Typing in the future was noted before the clock was
 * set back; it holds only where that is less than the quiet itself.
 */
export function momentFinding({ now, moment, settings }: Scene): Finding | undefined {
  if (!moment.windowActive) return { reason: { code: 'windowInactive' } };
  if (moment.debugging) return { reason: { code: 'debugging' } };
  const quiet = settings.quietMinutes * MINUTE;
  const typed = moment.lastTypedAt ?? -Infinity;
  return Math.abs(now - typed) < quiet ? { reason: { code: 'typing' }, until: typed + quiet } : undefined;
}

/** Settings, and a history that this version cannot read, by which it never asks. */
function never(incident: unknown, at: number, { settings, isHistoryNewer }: Scene): Finding | undefined {
  if (!settings.enabled) return { reason: { code: 'off' } };
  if (isHistoryNewer) return { reason: { code: 'historyNewer' } };
  if (settings.workdays.length === 0) return { reason: { code: 'noWorkdays' } };
  return settings.earliest >= settings.latest ? { reason: { code: 'noHours' } } : undefined;
}

function open(incident: unknown, at: number, scene: Scene): Finding | undefined {
  const [newest] = scene.open;
  return newest && { reason: { code: 'open', title: newest.title } };
}

function rest(incident: unknown, at: number, { lastEnd, settings }: Scene): Finding | undefined {
  if (!lastEnd) return undefined;
  const until = lastEnd.at + settings.restMinutes * MINUTE;
  return at < until ? { reason: { code: 'rest', ended: iso(lastEnd.at), until: iso(until) }, until } : undefined;
}

function later({ id }: Incident, at: number, scene: Scene): Finding | undefined {
  const until = putOffUntil(id, scene);
  return until !== undefined && at < until ? { reason: { code: 'later', until: iso(until) }, until } : undefined;
}

/** It was asked, and there is still time to answer. */
function pending({ id }: Incident, at: number, scene: Scene): Finding | undefined {
  const last = unansweredAsks(id, scene).at(-1);
  if (!last) return undefined;
  const by = answerDay(last, scene);
  if (dayOf(at, scene.zone) >= by) return undefined;
  return { reason: { code: 'pending', asked: iso(askedAt(last, scene.now)) }, until: timeOn(by, scene.settings.earliest, scene.zone) };
}

function hours(incident: unknown, at: number, { settings, zone }: Scene): Finding | undefined {
  const [day, clock] = [dayOf(at, zone), clockOf(at, zone)];
  const next = (): number => timeOn(workdayAfter(day, 1, settings), settings.earliest, zone);
  if (!isWorkday(day, settings)) return { reason: { code: 'notWorkday' }, until: next() };
  if (clock < settings.earliest) return { reason: { code: 'tooEarly' }, until: timeOn(day, settings.earliest, zone) };
  return clock >= settings.latest ? { reason: { code: 'tooLate' }, until: next() } : undefined;
}

/** After its own end in the night, on any day; and on the morning after any incident that ended in the night. */
function night({ window }: Incident, at: number, { settings, zone, mornings }: Scene): Finding | undefined {
  const day = dayOf(at, zone);
  const own = isNight(clockOf(Date.parse(window.end ?? ''), zone), settings);
  const ended = own ? Date.parse(window.end ?? '') : mornings.get(day)?.at;
  if (ended === undefined || clockOf(at, zone) >= settings.afterNight) return undefined;
  if (own && settings.afterNight >= settings.latest) return { reason: { code: 'nightNever' } };
  return { reason: { code: 'night', ended: iso(ended), own }, until: timeOn(day, settings.afterNight, zone) };
}

/** What was asked on this day is not known. */
function lost(incident: Incident, at: number, { history, zone }: Scene): Finding | undefined {
  const day = dayOf(at, zone);
  if (history.lost === undefined || dayOf(Date.parse(history.lost), zone) !== day) return undefined;
  return { reason: { code: 'historyLost' }, until: timeOn(plusDays(day, 1), '00:00', zone) };
}

/** Where more than one a day is allowed, two do not come together. */
function justAsked({ id }: Incident, at: number, { history, settings, now }: Scene): Finding | undefined {
  if (settings.maxPerDay === 1) return undefined;
  const others = history.asked.filter((each) => each.incident !== id).map((each) => askedAt(each, now));
  if (others.length === 0) return undefined;
  const last = Math.max(...others);
  const until = last + settings.restMinutes * MINUTE;
  return at < until ? { reason: { code: 'justAsked', asked: iso(last) }, until } : undefined;
}

/** The lead answered the last ask. Without an answer, one that a clock dated ahead of its day counts on that day too. */
const isPutOff = (incident: string, scene: Scene): boolean => unansweredAsks(incident, scene).length === 0;

/** Days are counted by incident: one that comes back on the same day, because the lead said so, is not another one. */
function dayFull({ id }: Incident, at: number, scene: Scene): Finding | undefined {
  const { askedOn, settings, zone } = scene;
  const today = dayOf(at, zone);
  const others = askedOn.filter(({ incident, day }) => day === today && !(incident === id && isPutOff(id, scene)));
  return others.length >= settings.maxPerDay ? { reason: { code: 'dayFull' }, until: timeOn(plusDays(today, 1), '00:00', zone) } : undefined;
}

function weekFull({ id }: Incident, at: number, scene: Scene): Finding | undefined {
  const { askedOn, settings, zone } = scene;
  const today = dayOf(at, zone);
  const before = plusDays(today, -WEEK_DAYS);
  const asked = askedOn.filter(({ incident, day }) => day > before && day <= today && !(day === today && incident === id && isPutOff(id, scene)));
  if (asked.length < settings.maxPerWeek) return undefined;
  const oldestThatCounts = asked.map(({ day }) => day).sort()[asked.length - settings.maxPerWeek] ?? today;
  return { reason: { code: 'weekFull' }, until: timeOn(plusDays(oldestThatCounts, WEEK_DAYS), '00:00', zone) };
}
