import * as l10n from '@vscode/l10n';
import type { Landing, Signature } from './commit';
import type { EvidencePerson } from './entry';
import { authorsOf } from './landing';
import { isMachine } from './machines';

/** Everybody whose work landed: people, and apart from them the machines. Nobody is counted. */
export interface Everybody {
  readonly people: readonly EvidencePerson[];
  readonly machines: readonly EvidencePerson[];
}

/** Who wrote what landed, each once: the same mail address or the same name is the same one. @param landings newest first */
export function everybodyIn(landings: readonly Landing[]): Everybody {
  const all = [...new Map(landings.flatMap(authorsOf).map((signature) => [`${signature.mail}\n${signature.name}`, signature])).values()];
  return {
    people: together(all.filter((signature) => !isMachine(signature))),
    machines: together(all.filter(isMachine)),
  };
}

function together(signatures: readonly Signature[]): EvidencePerson[] {
  const found: { name: string; mails: Set<string>; keys: Set<string> }[] = [];
  for (const { name, mail } of signatures) {
    const keys = [`mail:${mail.toLowerCase()}`, `name:${name.trim().toLowerCase()}`];
    const same = found.filter((each) => keys.some((key) => each.keys.has(key)));
    const [first = { name, mails: new Set<string>(), keys: new Set<string>() }, ...others] = same;
    for (const { mails, keys: more } of [{ mails: [mail], keys }, ...others]) {
      for (const each of mails) first.mails.add(each);
      for (const each of more) first.keys.add(each);
    }
    for (const other of others) found.splice(found.indexOf(other), 1);
    if (same.length === 0) found.push(first);
  }
  return found
    .map(({ name, mails }) => ({ name, mails: [...mails] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const NAMED = 3;

/** Who wrote something, in words. Machines are named only where no person had a hand in it. */
export function authorWords(landing: Landing, { people, machines }: Everybody): string {
  const signatures = authorsOf(landing);
  const humans = signatures.filter((signature) => !isMachine(signature));
  const names = namesOf(humans.length > 0 ? humans : signatures, [people, machines]);
  if (names.length <= NAMED) return names.join(', ');
  return l10n.t('{0} and {1} more', names.slice(0, NAMED - 1).join(', '), names.length - NAMED + 1);
}

/** The people (not machines) who wrote something, by the names under which they are listed. */
export function peopleOf(landing: Landing, { people }: Everybody): readonly string[] {
  return namesOf(
    authorsOf(landing).filter((signature) => !isMachine(signature)),
    [people],
  );
}

function namesOf(signatures: readonly Signature[], lists: readonly (readonly EvidencePerson[])[]): string[] {
  const names = signatures.map(({ name, mail }) => lists.map((list) => namesByMail(list).get(mail)).find((each) => each !== undefined) ?? name);
  return [...new Set(names)];
}

/** Thousands of changes ask for the names of the same people. */
const known = new WeakMap<readonly EvidencePerson[], ReadonlyMap<string, string>>();

function namesByMail(list: readonly EvidencePerson[]): ReadonlyMap<string, string> {
  const names = known.get(list) ?? new Map(list.flatMap(({ name, mails }) => mails.map((mail) => [mail, name] as const)));
  known.set(list, names);
  return names;
}
