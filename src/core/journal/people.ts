import { isOurs, keepOther, type Typed } from './clash';
import { pointerTo } from './pointer';
import type { People, Person } from './schema';

/** Names to hide behind, so that nobody has to invent one. Birds: unlike towns or gods, nobody is called that at work. */
const ALIASES =
  'Heron Wren Plover Siskin Dunlin Avocet Bittern Curlew Dipper Egret Fulmar Gannet Hoopoe Ibis Jackdaw Kestrel Lapwing Merlin Nightjar Osprey Petrel Quail Redstart Skylark Tern Whimbrel Yellowhammer Brambling Crossbill Dotterel Eider Fieldfare Godwit Harrier Jacana Kingfisher Linnet Martin Nuthatch Oriole Puffin Rook Sandpiper Turnstone Wagtail Woodlark'.split(' ');

/** Whether two names are one: capital letters and spaces around do not part people. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whom we mean: the same mail address in git, else the same name. */
export function findPerson(people: People, name: string, mails: readonly string[] = []): Person | undefined {
  const wanted = mails.map((mail) => mail.toLowerCase());
  const byMail = people.people.find((each) => (each.mails ?? []).some((mail) => wanted.includes(mail.toLowerCase())));
  return byMail ?? people.people.find((each) => isSameName(each.name, name));
}

/** What somebody is called; undefined where the list does not know the id, or nobody is meant. */
export function nameOf(people: readonly Person[], id: string | undefined): string | undefined {
  return people.find((each) => each.id === id)?.name;
}

/** Adds somebody, with an alias that nobody else has. */
export function addPerson(people: People, id: string, name: string, mails: readonly string[] = []): People {
  const taken = new Set(people.people.map(({ alias }) => alias));
  const alias = ALIASES.find((each) => !taken.has(each)) ?? `Person ${people.people.length + 1}`;
  return { ...people, people: [...people.people, { id, name, alias, ...(mails.length > 0 && { mails }) }] };
}

/**
 * Gives somebody the name that was typed, without the spaces around it. If the list says another name by now, that one is kept beside
 * it until the lead chooses. The same list where nothing changes.
 */
export function renamePerson(people: People, id: string, typed: Typed): People {
  const person = people.people.find((each) => each.id === id);
  const name = typed.text.trim();
  if (!person || person.name === name) return people;
  const renamed = { ...people, people: people.people.map((each) => (each === person ? { ...each, name } : each)) };
  return keepOther(renamed, pointerTo(['people', id, 'name']), person.name, trimmed(typed));
}

/** Names are kept without the spaces around them. */
function trimmed({ text, base, written = [] }: Typed): Typed {
  return { text: text.trim(), base: base.trim(), written: written.map((each) => each.trim()) };
}

/** Whether somebody's name is nothing that another place typed meanwhile. */
export function isOurName(people: People, id: string, typed: Typed): boolean {
  const name = nameOf(people.people, id);
  return name === undefined || isOurs(name, trimmed(typed));
}

/** Takes somebody out of the list. The same list where they are not in it. */
export function dropPerson(people: People, id: string): People {
  if (!people.people.some((each) => each.id === id)) return people;
  return { ...people, people: people.people.filter((each) => each.id !== id) };
}
