import { withField } from '../journal/fields';
import type { Incident, People, Person } from '../journal/schema';
import { nameHider, type HideNames } from '../share/hideNames';
import type { KnownPerson } from '../share/knownPeople';
import { wordsOf } from '../share/nameWords';
import { isPointer, mapTexts, type Path } from './texts';

/** Stands for the alias while places are counted: no text that a person types holds it. */
const MARK = '\uE000';

/** A text in which somebody is named. */
export interface NamedText {
  readonly path: Path;
  readonly before: string;
  readonly after: string;
  /** How often. */
  readonly count: number;
  /** The words around the first. */
  readonly excerpt: string;
  /** It points at a file, a commit or a repository that is called so: replaced, it points at nothing. */
  readonly points: boolean;
}

/** Whom to replace, and by what. */
export interface Replacing {
  readonly person: KnownPerson;
  readonly alias: string;
  /** Everybody whom the journal knows: what could be another's stays. */
  readonly all: readonly KnownPerson[];
}

/** Finds somebody in a text, and puts the alias there. */
export interface NameFinder {
  readonly replace: HideNames;
  readonly mark: HideNames;
}

/** Finds somebody as what leaves hides them: whole and in parts, in handles and addresses. A word that could be another's stays. */
export function nameFinder({ person, alias, all }: Replacing): NameFinder {
  const others = all.filter(({ id }) => id !== person.id).map((each) => ({ ...each, shown: 'name' as const }));
  const as = (put: string): HideNames => nameHider([{ ...person, alias: put, shown: 'alias' }, ...others], 'keep');
  return { replace: as(alias), mark: as(MARK) };
}

/** Every text of a record, or of another file, in which somebody is named. */
export function namedTexts(record: unknown, { replace, mark }: NameFinder): readonly NamedText[] {
  const found: NamedText[] = [];
  mapTexts(record, (before, path) => {
    const after = replace(before);
    if (after !== before) {
      const parts = mark(before).split(MARK);
      found.push({ path, before, after, count: Math.max(1, parts.length - 1), excerpt: excerptOf(before, parts[0]?.length ?? 0), points: isPointer(path) });
    }
    return before;
  });
  return found;
}

const [BEFORE, AFTER] = [32, 72];

function excerptOf(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - BEFORE), Math.min(text.length, at + AFTER)];
  const inside = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${inside}${to < text.length ? '…' : ''}`;
}

/** What is written, and what comes back with *Undo*. */
export type Texts = readonly Pick<NamedText, 'path' | 'before' | 'after'>[];

const keyOf = (path: Path): string => JSON.stringify(path);

/** Whether somebody is named in a record exactly where they were when it was looked at, in the same words. */
export function isAsSeen(record: unknown, finder: NameFinder, seen: readonly NamedText[]): boolean {
  const words = (texts: readonly NamedText[]): string => JSON.stringify(texts.map(({ path, before }) => [path, before]).sort());
  return words(namedTexts(record, finder)) === words(seen);
}

/** Puts other texts in a record, where it still says what it said. What says something else by now stays, and is counted. */
export function withTexts<T>(record: T, texts: Texts): { readonly record: T; readonly left: number } {
  const wanted = new Map(texts.map((each) => [keyOf(each.path), each]));
  let put = 0;
  const changed = mapTexts(record, (text, path) => {
    const own = wanted.get(keyOf(path));
    if (own?.before !== text) return text;
    put += 1;
    return own.after;
  });
  return { record: changed, left: texts.length - put };
}

/** The way back. */
export const turnedBack = (texts: Texts): Texts => texts.map(({ path, before, after }) => ({ path, before: after, after: before }));

/** What the people file said of somebody, to put it back. */
export type FormerPerson = Readonly<{ name: string; alias?: string; mails?: readonly string[] }>;

/** Somebody under an alias in the people file as well: without the name, and without the addresses that hold it. The same file where they are not in it. */
export function withAliasOnly(people: People, id: string, alias: string): People {
  return withPerson(people, id, { name: alias, alias });
}

/** Gives somebody back what the file said of them. The same file where it says something else than the alias by now. */
export function withFormer(people: People, id: string, alias: string, former: FormerPerson): People {
  return people.people.find((each) => each.id === id)?.name === alias ? withPerson(people, id, former) : people;
}

function withPerson(people: People, id: string, { name, alias, mails }: FormerPerson): People {
  if (!people.people.some((each) => each.id === id)) return people;
  const become = (each: Person): Person => withField(withField({ ...each, name }, 'alias', alias), 'mails', mails);
  return { ...people, people: people.people.map((each) => (each.id === id ? become(each) : each)) };
}

/** What an alias may not be: as it was typed, nobody's name, and without a part of the name that it hides. */
export type AliasProblem = 'empty' | 'holdsName' | 'taken';

export function aliasProblem(alias: string, { person, all }: Omit<Replacing, 'alias'>): AliasProblem | undefined {
  const words = wordsOf(alias);
  if (words.length === 0) return 'empty';
  const own = wordsOf(person.name ?? '');
  if (words.some((word) => own.includes(word))) return 'holdsName';
  const same = (other: string | undefined): boolean => other !== undefined && wordsOf(other).join(' ') === words.join(' ');
  return all.some((each) => each.id !== person.id && (same(each.name) || same(each.alias))) ? 'taken' : undefined;
}

/** An incident in which somebody is named. */
export interface NamedIncident {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly texts: readonly NamedText[];
}

/** All incidents in which somebody is named, in the order that they come in. */
export function namedIncidents(records: readonly Incident[], finder: NameFinder): readonly NamedIncident[] {
  return records.flatMap((record) => {
    const texts = namedTexts(record, finder);
    return texts.length > 0 ? [{ id: record.id, title: record.title, start: record.window.start, texts }] : [];
  });
}
