import * as l10n from '@vscode/l10n';
import { dayWords, type Locale } from '../incident/times';
import { withField } from '../journal/fields';
import { nameOf } from '../journal/people';
import type { Incident, Mark, Person, PersonInIncident } from '../journal/schema';
import { settlePromise } from '../plan/promise';
import { isPromiseToTell, settlePromiseToTell } from '../reflection/promises';

/**
 * Notes when somebody was thanked for what they did in one incident; undefined takes it back. A promise to tell them is kept with it,
 * or open again. The same record where there is no such entry, or nothing to change.
 * @param id of the entry in the incident's `people`
 * @param at ISO 8601 UTC
 */
export function noteThanks(incident: Incident, id: string, at: string | undefined): Incident {
  const entry = incident.people?.find((each) => each.id === id);
  if (!entry || (entry.thanked === undefined) === (at === undefined)) return incident;
  const people = (incident.people ?? []).map((each) => (each === entry ? withField<PersonInIncident, 'thanked'>(each, 'thanked', at) : each));
  return settlePromiseToTell({ ...incident, people }, entry.person, at !== undefined);
}

/**
 * Notes that a promise was kept. One to tell somebody: they were thanked with it, where they are named in this incident and were not yet.
 * The same record where it has no such promise, or it was kept before.
 * @param at ISO 8601 UTC
 */
export function keepPromise(incident: Incident, id: string, at: string): Incident {
  const promise = incident.promises?.find((each) => each.id === id);
  const kept = settlePromise(incident, id, 'kept');
  if (kept === incident || !promise || !isPromiseToTell(promise)) return kept;
  const entries = (incident.people ?? []).filter(({ person }) => person === promise.person);
  return entries.reduce((record, entry) => noteThanks(record, entry.id, at), kept);
}

/** What somebody did, as one says it to them. */
const toThem = (): Record<Mark, string> => ({
  carried: l10n.t('You carried the work.'),
  corrected: l10n.t('You corrected us.'),
  connected: l10n.t('You connected people.'),
  calmed: l10n.t('You kept us calm.'),
  learned: l10n.t('You took on something new.'),
});

/**
 * A line to thank somebody with: for what, in which incident, when, all from the record. Undefined where there is no such entry.
 * @param id of the entry in the incident's `people`
 * @param now the clock, in milliseconds
 */
export function thankYouLine(incident: Incident, id: string, people: readonly Person[], locale: Locale, now: number): string | undefined {
  const entry = incident.people?.find((each) => each.id === id);
  if (!entry) return undefined;
  const name = nameOf(people, entry.person);
  const day = dayWords(incident.window.start, locale, now);
  const opening = name === undefined ? l10n.t('Thank you for your part in “{0}” on {1}.', incident.title, day) : l10n.t('{0}, thank you for your part in “{1}” on {2}.', name, incident.title, day);
  const note = (entry.note ?? '').trim();
  const did = note === '' ? '' : l10n.t('What it made possible: {0}', note);
  return [opening, ...entry.marks.map((mark) => toThem()[mark]), did].filter(Boolean).join(' ');
}
