import * as l10n from '@vscode/l10n';
import { timeOrder } from '../incident/timeOrder';
import { findPerson, isSameName } from '../journal/people';
import type { Incident, People, Person } from '../journal/schema';
import { namedMails } from './mails';
import { wordsOf } from './nameWords';
import { eachText } from './texts';

/** Somebody whose name may stand in a text. */
export interface KnownPerson {
  readonly id: string;
  /** Undefined where only an id is known. */
  readonly name?: string;
  readonly mails: readonly string[];
  /** What stands for them: as the lead gave it, else made up, the same in each export. */
  readonly alias: string;
  /** The name is only in texts of the records, not in the people file. */
  readonly fromTexts?: true;
}

/**
 * Everybody whom the journal knows: the people file, then who is named in the records otherwise (in front of a mail address, in the note
 * that somebody leads, by an id that the file does not know). Aliases that were not given are made up in that order, so that a new
 * incident changes none of them.
 * @param records every record of the journal, not only those that are shared: an alias must not depend on the choice
 */
export function knownPeople(people: People, records: readonly Incident[]): readonly KnownPerson[] {
  const listed = people.people.map(({ id, name, mails = [], alias }) => ({ id, name, mails, given: alias }));
  const all = [...listed, ...peopleInRecords(people, records)];
  const names = new Set(all.flatMap(({ name = '' }) => wordsOf(name)));
  const taken = new Set<string>();
  const mayStand = (alias: string | undefined): alias is string =>
    alias !== undefined && alias.trim() !== '' && !taken.has(alias) && !wordsOf(alias).some((word) => names.has(word));
  const reserved = new Set(listed.map(({ given }) => given));
  const madeUp = lettered().filter((alias) => !reserved.has(alias));
  return all.map(({ given, ...person }) => {
    const alias = mayStand(given) ? given : next(madeUp, taken);
    taken.add(alias);
    return { ...person, alias };
  });
}

interface FoundPerson extends Omit<KnownPerson, 'alias'> {
  readonly given?: string | undefined;
}

function peopleInRecords(people: People, records: readonly Incident[]): readonly FoundPerson[] {
  const found: Person[] = [];
  const unnamed = new Set<string>();
  const known = (name: string, mails: readonly string[]): boolean =>
    findPerson(people, name, mails) !== undefined || found.some((each) => isSameName(each.name, name) || mails.some((mail) => each.mails?.includes(mail)));
  const see = (name: string, mails: readonly string[]): void => {
    if (wordsOf(name).length > 0 && !known(name, mails)) found.push({ id: `text-${found.length + 1}`, name, mails: [...mails] });
  };
  for (const record of [...records].sort((a, b) => timeOrder(a.window.start, b.window.start) || (a.id < b.id ? -1 : 1))) {
    for (const { text } of record.incidentNotes ?? []) {
      const name = successorIn(text);
      if (name !== undefined) see(name, []);
    }
    eachText(record, (text) => namedMails(text).forEach(({ name, mail }) => see(name, [mail])));
    for (const id of idsIn(record)) if (!people.people.some((each) => each.id === id)) unnamed.add(id);
  }
  return [...found.map(({ id, name, mails = [] }) => ({ id, name, mails, fromTexts: true as const })), ...[...unnamed].map((id) => ({ id, mails: [] }))];
}

/** Whom a record speaks of by id. */
export function idsIn({ people = [], promises = [], outside = [] }: Incident): readonly string[] {
  return [...people.map(({ person }) => person), ...[...promises, ...outside].flatMap(({ person }) => person ?? [])];
}

/** Who leads, by the note that *Hand Over the Lead* leaves in the record. */
function successorIn(text: string): string | undefined {
  const [before = '', between = '', after = ''] = l10n.t('{0} leads from {1}.', '\n', '\n').split('\n');
  const end = text.lastIndexOf(between);
  const isNote = between !== '' && text.startsWith(before) && text.endsWith(after) && end > before.length;
  return isNote && /^\d\d:\d\d$/.test(text.slice(end + between.length, text.length - after.length)) ? text.slice(before.length, end) : undefined;
}

/** Person A to Person Z, then AA to ZZ; after those everybody is Person ZZ and a number. */
function lettered(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))].map((letter) => l10n.t('Person {0}', letter));
}

function next(madeUp: string[], taken: ReadonlySet<string>): string {
  return madeUp.shift() ?? l10n.t('Person {0}', `ZZ${taken.size}`);
}
