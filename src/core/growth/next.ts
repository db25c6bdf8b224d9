import * as l10n from '@vscode/l10n';
import { DEEP_SECTIONS } from '../deep/places';
import { answeredSections, deepPlace } from '../deep/sections';
import { progressWords } from '../drill/words';
import { incidentState, newestFirst } from '../incident/state';
import { dayWords, plainDayWords, type Locale } from '../incident/times';
import { nameOf } from '../journal/people';
import type { Incident, JournalFacts, Person } from '../journal/schema';
import type { DashboardMessage } from '../protocol';
import { lastPlanFor } from '../plan/lastPlan';
import { dueLessons, type DueLesson } from '../plan/lesson';
import type { OpenPlan } from '../plan/openPlan';
import { dueRehearsal } from '../plan/rehearsal';
import { duePromises, type DuePromise } from '../plan/promise';
import { promisedWords } from '../reflection/promises';
import { currentScreen, shortPath } from '../reflection/screens';
import { isPastLimit, loadOf } from './load';
import { isSeekDue, seekOf, type Seek } from './seek';
import { shorten } from './shorten';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How many are offered at once; the history has all. */
const OFFERED = 5;
const PROMISES = 2;
const LESSONS = 1;
const TITLE = 100;
const NAME = 40;

/** One thing that can be done: a line, and one action. */
export interface NextItem {
  /** The incident; of a promise its own id. */
  readonly id: string;
  /** Its name; of a promise its words. */
  readonly title: string;
  readonly state: 'draft' | 'waiting' | 'promise' | 'lesson' | 'plan' | 'seek';
  /** "Draft, 3 of 6", "Draft, 3 of 9 sections answered", "Ended 5 h ago", "Promised after Payment timeouts", "A lesson from 14 May is due". */
  readonly words: string;
  /** What its button says, and what it does. */
  readonly action: string;
  readonly does: DashboardMessage;
}

/** What can be done next: drafts, what waits, the plan to rehearse, promises to check, a lesson that is due, what was to be sought by today. */
export interface Next {
  readonly items: readonly NextItem[];
  /** How many more incidents wait or are drafts. */
  readonly more: number;
  /** How many more promises can be checked. */
  readonly morePromises: number;
  /** How many more lessons are due. */
  readonly moreLessons: number;
  /** All three in words, a line each; empty where there are no more. */
  readonly rest: readonly string[];
}

/** What the journal knows beside its records. */
export interface Known {
  /** The people file: the only place of names. */
  readonly people?: readonly Person[];
  readonly facts?: JournalFacts | undefined;
}

/**
 * What can be done next.
 * @param records every record that is not deleted, in any order
 * @param now the clock, in milliseconds
 */
export function nextOf(records: readonly Incident[], locale: Locale, now: number, { people = [], facts }: Known = {}): Next {
  const inState = (state: 'draft' | 'waiting'): Incident[] => records.filter((record) => incidentState(record) === state).sort(newestFirst);
  const [drafts, waiting] = [inState('draft'), inState('waiting')];
  const incidents = [
    ...drafts.slice(0, OFFERED).map((draft) => draftItem(draft, draftWords(draft, records, now))),
    ...waiting.slice(0, OFFERED).map((each) => waitingItem(each, locale, now)),
  ].slice(0, OFFERED);
  const [promises, lessons] = [duePromises(records, locale.zone, now), dueLessons(records, locale.zone, now)];
  const [rehearsal, seek] = [dueRehearsal(records, locale.zone, now), dueSeek(records, facts, locale.zone, now)];
  const due = [
    ...(rehearsal ? [rehearsalItem(rehearsal, locale, now)] : []),
    ...promises.slice(0, PROMISES).map((each) => promiseItem(each, people, locale, now)),
    ...lessons.slice(0, LESSONS).map((each) => lessonItem(each, locale, now)),
    ...(seek ? [seekItem(seek, locale, now)] : []),
  ];
  const rest = { more: drafts.length + waiting.length - incidents.length, morePromises: Math.max(0, promises.length - PROMISES), moreLessons: Math.max(0, lessons.length - LESSONS) };
  return { items: [...incidents, ...due], ...rest, rest: restWords(rest) };
}

/** What is sought, once its day has come. Past the load limit it is not asked about: that waits for a month with room. */
function dueSeek(records: readonly Incident[], facts: JournalFacts | undefined, zone: string, now: number): Seek | undefined {
  const seek = seekOf(facts);
  return seek && isSeekDue(seek, zone, now) && !isPastLimit(loadOf(records, facts?.loadLimit, zone, now)) ? seek : undefined;
}

/** Each kind by itself: "23 more" of two kinds says nothing of either. */
function restWords({ more, morePromises, moreLessons }: Pick<Next, 'more' | 'morePromises' | 'moreLessons'>): readonly string[] {
  const lines: readonly (readonly [number, string])[] = [
    [more, more === 1 ? l10n.t('1 more in the list.') : l10n.t('{0} more in the list.', more)],
    [morePromises, morePromises === 1 ? l10n.t('1 more promise to check after these.') : l10n.t('{0} more promises to check after these.', morePromises)],
    [moreLessons, moreLessons === 1 ? l10n.t('1 more lesson is due after this one.') : l10n.t('{0} more lessons are due after this one.', moreLessons)],
  ];
  return lines.flatMap(([count, words]) => (count > 0 ? [words] : []));
}

function draftItem({ id, title }: Incident, words: string): NextItem {
  return { id, title: shorten(title, TITLE), state: 'draft', words, action: l10n.t('Continue'), does: { type: 'reflect', id } };
}

function waitingItem({ id, title, window }: Incident, locale: Locale, now: number): NextItem {
  return { id, title: shorten(title, TITLE), state: 'waiting', words: endedWords(window.end ?? window.start, locale, now), action: l10n.t('Look back, 5 min'), does: { type: 'reflect', id } };
}

function promiseItem({ incident, promise }: DuePromise, people: readonly Person[], locale: Locale, now: number): NextItem {
  const after = l10n.t('Promised after {0}', shorten(incident.title, TITLE));
  const due = promise.due === undefined ? after : l10n.t('{0}, due on {1}', after, plainDayWords(promise.due, locale, now));
  const [title, name] = [promisedWords(promise, people), nameOf(people, promise.person)];
  const words = name === undefined || title.includes(name) ? due : l10n.t('{0}, for {1}', due, shorten(name, NAME));
  return { id: promise.id, title: shorten(title, TITLE), state: 'promise', words, action: l10n.t('Check…'), does: { type: 'checkPromise', promise: promise.id } };
}

/** Not its words: typing them from memory comes first. */
function rehearsalItem({ incident: { id }, plan }: OpenPlan, locale: Locale, now: number): NextItem {
  const words = l10n.t('Made on {0}', dayWords(plan.made ?? '', locale, now));
  return { id, title: l10n.t('Your plan, typed from memory once more'), state: 'plan', words, action: l10n.t('Type it…'), does: { type: 'rehearsePlan' } };
}

/** Not the lesson itself: recalling comes first. */
function lessonItem({ incident: { id, title, window } }: DueLesson, locale: Locale, now: number): NextItem {
  const words = l10n.t('A lesson from {0} is due', dayWords(window.start, locale, now));
  return { id, title: shorten(title, TITLE), state: 'lesson', words, action: l10n.t('Recall…'), does: { type: 'recallLesson', id } };
}

function seekItem({ goal, by = '' }: Seek, locale: Locale, now: number): NextItem {
  return { id: 'seek', title: shorten(goal, TITLE), state: 'seek', words: l10n.t('What you seek next, by {0}', plainDayWords(by, locale, now)), action: l10n.t('Say what came of it…'), does: { type: 'settleGoal' } };
}

/** "Draft, 3 of 6", in the deep path "Draft, 3 of 9 sections answered": where the lead stopped, as the page itself counts. */
function draftWords(draft: Incident, records: readonly Incident[], now: number): string {
  if (deepPlace(draft) !== undefined) {
    const sections = answeredSections(draft).length;
    return l10n.t('Draft, {0} of {1} sections answered', sections, DEEP_SECTIONS.length);
  }
  if (draft.drill) return progressWords(draft.drill);
  const path = shortPath(lastPlanFor(records, draft, new Date(now).toISOString()) !== undefined);
  return l10n.t('Draft, {0} of {1}', path.indexOf(currentScreen(draft, path)) + 1, path.length);
}

/** How long ago an incident was over, as exactly as it matters; after a month the day. */
export function endedWords(end: string, locale: Locale, now: number): string {
  const ago = now - Date.parse(end);
  const days = Math.round(ago / DAY);
  if (ago < MINUTE) return l10n.t('Ended just now');
  if (ago < HOUR) return l10n.t('Ended {0} min ago', Math.floor(ago / MINUTE));
  if (ago < 2 * DAY) return l10n.t('Ended {0} h ago', Math.floor(ago / HOUR));
  return days <= 30 ? l10n.t('Ended {0} days ago', days) : l10n.t('Ended on {0}', dayWords(end, locale, now));
}
