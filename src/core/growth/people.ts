import * as l10n from '@vscode/l10n';
import { isReviewed, newestFirst } from '../incident/state';
import { dayWords, type Locale } from '../incident/times';
import { markWords } from '../incident/words';
import type { Incident, Kind, Person, PersonInIncident } from '../journal/schema';
import { KINDS } from '../journal/values';
import { carriersOf } from './carriers';
import { kindOf } from './occasions';
import { shorten } from './shorten';
import { within } from './within';

const DAY = 86_400_000;
/** How many people are listed; how many incidents of one who was not thanked for them yet; and what the list may take of the state, in bytes. */
const SHORT = { listed: 6, open: 1, room: 2_000 };
/** The same where the reader opened all. */
const WHOLE = { listed: 400, open: 20, room: 40_000 };
const NAME = 40;
const TITLE = 50;
const WORDS = 100;

/** Somebody whom the lead named in one incident. */
export interface Naming {
  readonly incident: string;
  /** The entry in the incident's `people`. */
  readonly entry: string;
  readonly title: string;
  readonly day: string;
  /** What it made possible, in the lead's words; where that was not said, what they did. */
  readonly words?: string;
  /** The day on which they were thanked. */
  readonly thanked?: string;
}

/** Somebody whom the lead named. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  /** Whether there is nothing left to thank them for. */
  readonly thanked: boolean;
  /** For what they were not thanked yet, newest first; then the last one for which they were, so that a tick can be taken back. */
  readonly namings: readonly Naming[];
  /** For how many more they were not thanked yet. */
  readonly more: number;
}

/** Whom the lead named for what, and whom they thanked. No counts beside a name, and no ranking. */
export interface PeopleState {
  /** Who was not thanked yet, then the others; each by name. */
  readonly people: readonly NamedPerson[];
  /** How many more people there are. */
  readonly more: number;
  /** One sentence, where the same one or two are named in most incidents. */
  readonly carriers?: string;
  /** The reader opened all. */
  readonly isWhole: boolean;
}

interface Named {
  readonly incident: Incident;
  readonly entry: PersonInIncident;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly open: readonly Named[];
  readonly done: readonly Named[];
}

/**
 * Whom the lead named in finished reflections.
 * @param records every record that is not deleted, in any order
 * @param people the people file: the only place of names
 * @param now the clock, in milliseconds
 */
export function peopleState(records: readonly Incident[], people: readonly Person[], locale: Locale, now: number, isWhole = false): PeopleState {
  const reviewed = records.filter(isReviewed);
  const names = new Map(people.map(({ id, name }) => [id, shorten(name.trim(), NAME)]));
  const nameFor = (id: string): string => names.get(id) || l10n.t('Name not known');
  const groups = groupsOf(reviewed, nameFor);
  const most = isWhole ? WHOLE : SHORT;
  const shown = within(firstOf(groups, most.listed, locale.language).map((group) => personOf(group, most.open, locale, now)), most.room);
  const carriers = carriersOf(reviewed);
  return {
    people: shown,
    more: groups.length - shown.length,
    ...(carriers && { carriers: carriersWords(carriers.people.map(nameFor), carriers) }),
    isWhole,
  };
}

/** How many people were named in finished reflections of each kind but one, and not thanked for all of it yet; a kind with nobody is absent. */
export function notThanked(records: readonly Incident[], but: Kind): Readonly<Partial<Record<Kind, number>>> {
  const reviewed = records.filter(isReviewed);
  const counts: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS.filter((each) => each !== but)) {
    const entries = reviewed.filter((each) => kindOf(each) === kind).flatMap(({ people = [] }) => people);
    const { size } = new Set(entries.filter(({ thanked }) => thanked === undefined).map(({ person }) => person));
    if (size > 0) counts[kind] = size;
  }
  return counts;
}

function groupsOf(reviewed: readonly Incident[], nameFor: (id: string) => string): readonly Group[] {
  const named = new Map<string, Named[]>();
  for (const incident of reviewed) {
    for (const entry of incident.people ?? []) {
      const known = named.get(entry.person);
      if (known) known.push({ incident, entry });
      else named.set(entry.person, [{ incident, entry }]);
    }
  }
  return [...named].map(([id, all]) => ({
    id,
    name: nameFor(id),
    open: all.filter(({ entry }) => entry.thanked === undefined),
    done: all.filter(({ entry }) => entry.thanked !== undefined),
  }));
}

/** Who was not thanked yet, by name, then the others; no more are put in order than are shown. */
function firstOf(groups: readonly Group[], most: number, language: string): readonly Group[] {
  const { compare } = new Intl.Collator(language);
  const byName = (some: readonly Group[]): readonly Group[] => [...some].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const open = byName(groups.filter((each) => each.open.length > 0));
  return open.length >= most ? open.slice(0, most) : [...open, ...byName(groups.filter((each) => each.open.length === 0))].slice(0, most);
}

function personOf({ id, name, open, done }: Group, most: number, locale: Locale, now: number): NamedPerson {
  const [last] = [...done].sort((a, b) => Date.parse(b.entry.thanked ?? '') - Date.parse(a.entry.thanked ?? '') || newestFirst(a.incident, b.incident));
  const isShown = last !== undefined && (open.length === 0 || now - Date.parse(last.entry.thanked ?? '') < DAY);
  const newest = [...open].sort((a, b) => newestFirst(a.incident, b.incident));
  const shown = [...newest.slice(0, most), ...(isShown ? [last] : [])];
  return { id, name, thanked: open.length === 0, namings: shown.map((each) => namingOf(each, locale, now)), more: Math.max(0, open.length - most) };
}

function namingOf({ incident, entry }: Named, locale: Locale, now: number): Naming {
  const words = shorten((entry.note ?? '').trim() || entry.marks.map((mark) => markWords()[mark]).join(', '), WORDS);
  return {
    incident: incident.id,
    entry: entry.id,
    title: shorten(incident.title, TITLE),
    day: dayWords(incident.window.start, locale, now),
    ...(words !== '' && { words }),
    ...(entry.thanked !== undefined && { thanked: dayWords(entry.thanked, locale, now) }),
  };
}

function carriersWords(names: readonly string[], { named, incidents }: { readonly named: number; readonly incidents: number }): string {
  const [one = '', two] = names;
  return two === undefined ? l10n.t('You named {0} in {1} of {2} incidents.', one, named, incidents) : l10n.t('You named {0} or {1} in {2} of {3} incidents.', one, two, named, incidents);
}
