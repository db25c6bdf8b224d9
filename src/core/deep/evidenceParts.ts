import * as l10n from '@vscode/l10n';
import type { EvidenceEntry } from '../evidence/entry';
import { localDay, momentWords, timeOfDay } from '../incident/times';
import { isSameName } from '../journal/people';
import { hasPromiseToTell } from '../reflection/promises';
import type { ReflectionContext } from '../reflection/reflectionState';
import { mayOpen } from '../reflection/screens';
import { sentence } from '../reflection/sentence';
import type { Question } from './question';
import type { DecisionsState, DecisionState, KnownState, MembersState, MemberState } from './deepState';
import { knownBy, type KnownEntry } from './knownBy';
import { memberOf } from './members';

/** So much of what was known is shown beside a decision: what is nearest to it. */
const NEAREST = 10;
const MOST_POINTS = 3;

/** Section A. @param context with the evidence that may be shown */
export function decisionsState(context: ReflectionContext, asked: readonly Question[]): DecisionsState {
  const { incident, evidence } = context;
  const entries = evidence.entries.filter(({ hidden }) => hidden !== true);
  const picked = entries.filter(({ decision }) => decision === true);
  const picks = entries.map((entry) => ({
    key: entry.key, time: timeIn(context, entry.at), title: entryWords(entry), picked: entry.decision === true, first: entry.turningPoint || entry.decision === true,
  }));
  return {
    closed: !mayOpen('evidence', incident),
    reading: evidence.status !== 'ready',
    picks,
    full: picked.length >= MOST_POINTS,
    points: picked.map((entry) => pointState(entry, context, asked)),
  };
}

/** A time on the day on which the incident began as a time of day, any other with its day. */
function timeIn({ incident, locale, now }: ReflectionContext, at: string): string {
  const isThatDay = localDay(at, locale.zone) === localDay(incident.window.start, locale.zone);
  return isThatDay ? timeOfDay(at, locale) : momentWords(at, locale, now);
}

function pointState(entry: EvidenceEntry, context: ReflectionContext, asked: readonly Question[]): DecisionState {
  const known = knownBy(context.evidence.entries, entry.at);
  const state = ({ key, at, title, author, believed, expected }: KnownEntry): KnownState => ({
    key, time: timeIn(context, at),
    words: title === '' ? l10n.t('Your note') : author === undefined ? title : l10n.t('{0} ({1})', title, author),
    ...(believed !== undefined && { believed: expected === undefined ? believed : l10n.t('{0} Expected next: {1}', sentence(believed), expected) }),
  });
  return {
    key: entry.key,
    title: `${timeIn(context, entry.at)}. ${entryWords(entry)}`,
    known: known.slice(-NEAREST).map(state),
    earlier: Math.max(0, known.length - NEAREST),
    questions: asked.filter(({ each }) => each === 'decision').map(({ id, words }) => ({ field: `answer.${id}.${entry.storedId ?? ''}`, words: words() })),
  };
}

/** What an entry says, of a note its words. */
function entryWords({ kind, title, note }: EvidenceEntry): string {
  if (kind === 'tag') return l10n.t('Tag {0}', title);
  return kind === 'note' ? l10n.t('Your note: {0}', note?.belief ?? '') : title;
}

/** Section B. @param context with the evidence that may be shown */
export function membersState({ incident, evidence, people }: ReflectionContext): MembersState {
  const noted = (incident.people ?? []).flatMap(({ person }) => people.find(({ id }) => id === person) ?? []);
  const inGit = evidence.people.filter(({ name, mails }) => !noted.some((each) => isSameName(each.name, name) || (each.mails ?? []).some((mail) => mails.includes(mail))));
  const members = [...noted.map(({ id, name }) => memberState(incident, id, name)), ...inGit.map(({ name }): MemberState => ({ name, marks: [], again: false, heldBack: false, thanked: false, remind: false }))];
  const byName = members.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    closed: !mayOpen('evidence', incident),
    members: byName,
    known: people.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])),
    notThanked: byName.filter(({ marks, thanked }) => marks.length > 0 && !thanked).map(({ name }) => name),
  };
}

function memberState(incident: ReflectionContext['incident'], person: string, name: string): MemberState {
  const entry = memberOf(incident, person);
  return {
    name,
    marks: entry?.marks ?? [],
    again: entry?.again === true,
    heldBack: entry?.heldBack === true,
    thanked: entry?.thanked !== undefined,
    remind: hasPromiseToTell(incident, person),
    ...(entry && { note: entry.id === incident.reflection?.person ? 'person.note' : (`note.${entry.id}` as const) }),
  };
}
