import * as l10n from '@vscode/l10n';
import type { Shown } from './choice';
import type { KnownPerson } from './knownPeople';
import { cutAtMails } from './mails';
import { folded, isUnspaced, mayBeName, standsAlone, WORD, wordsOf } from './nameWords';

/** Somebody, and how they leave. */
export interface SharedPerson extends KnownPerson {
  readonly shown: Shown;
}

/** What stands for somebody in what leaves. */
export function wordsFor({ shown, alias, name }: SharedPerson): string {
  return { alias, name: name ?? alias, out: l10n.t('someone') }[shown];
}

/**
 * What becomes of what may be somebody's and may be not: a part of two names, an address that nobody is known by. `hide`: nothing that could
 * be a name leaves. `keep`: only what is surely somebody's is replaced.
 */
export type Unsure = 'hide' | 'keep';

/** Gives a text without the names that are not to leave. */
export type HideNames = (text: string) => string;

/** Words that stand for somebody, one behind the other. */
interface Sequence {
  readonly words: readonly string[];
  /** What is written in their place; undefined where they stay as they are. */
  readonly put: string | undefined;
  /** A small letter makes another word of it. */
  readonly capital?: true;
  /** A part of a name, or a whole name of one word: it may be an English word as well. */
  readonly single?: true;
}

const BETWEEN = /^[\s._'’,-]{0,3}$/;
const ASCII = /^[\x20-\x7e\t\r\n]*$/;
/** In front of an "@", these are nobody's name. */
const NOBODY = new Set('info mail team support admin noreply root dev ops test users contact hello git'.split(' '));

/**
 * Finds each name wherever it stands: whole and in parts, with and without accents, in handles (ana-oliveira, anaoliveira), and every
 * mail address. What two people are both called becomes "someone". A name that nobody told the journal stays: only the lead, who sees
 * the preview, knows that it is one.
 */
export function nameHider(people: readonly SharedPerson[], unsure: Unsure = 'hide'): HideNames {
  const sequences = byFirstWord(people, unsure);
  const mails = new Map(people.flatMap((person) => person.mails.map((mail) => [mail.toLowerCase(), person.shown === 'name' ? undefined : wordsFor(person)])));
  const unspaced = people.flatMap(({ name = '', ...person }) => (isUnspaced(name) && person.shown !== 'name' ? [[name, wordsFor({ name, ...person })] as const] : []));
  const first = [...sequences.keys()].filter((word) => ASCII.test(word));
  const quick = new RegExp(['@', ...first].join('|'), 'i');
  const hide = (text: string): string => inWords(unspaced.reduce((all, [name, words]) => all.replaceAll(name, words), text), sequences);
  return (text) => {
    if (ASCII.test(text) && !quick.test(text)) return text;
    const { places, rest } = cutAtMails(text);
    return places.map(({ before, mail }) => hide(before) + mailWords(mail, mails, unsure)).join('') + hide(rest);
  };
}

function mailWords(mail: string, known: ReadonlyMap<string, string | undefined>, unsure: Unsure): string {
  const key = mail.toLowerCase();
  return known.has(key) || unsure === 'keep' ? (known.get(key) ?? mail) : l10n.t('[mail address]');
}

function byFirstWord(people: readonly SharedPerson[], unsure: Unsure): ReadonlyMap<string, readonly Sequence[]> {
  const all = [...people.flatMap(sequencesOf), ...partsOf(people, unsure)].filter(({ words }) => words.length > 0);
  const map = new Map<string, Sequence[]>();
  for (const sequence of all.sort((a, b) => b.words.length - a.words.length)) {
    const [word = ''] = sequence.words;
    map.set(word, [...(map.get(word) ?? []), sequence]);
  }
  return map;
}

/** Whole names, the other way round, in one word, and the part before the "@". */
function sequencesOf(person: SharedPerson): readonly Sequence[] {
  const { name = '', mails, alias, shown } = person;
  const put = shown === 'name' ? undefined : wordsFor(person);
  const words = wordsOf(name);
  const whole = words.length > 1 ? [words, [...words.slice(1), words[0] ?? ''], [words.join('')]] : [];
  const local = mails.map((mail) => wordsOf(mail.slice(0, mail.lastIndexOf('@')))).filter(isName);
  const found: readonly Sequence[] = [...whole, ...local].map((each) => ({ words: each, put }));
  return shown === 'out' ? [...found, { words: wordsOf(alias), put, capital: true }] : found;
}

const isName = (local: readonly string[]): boolean => local.length > 1 || (local[0] !== undefined && local[0].length > 3 && !NOBODY.has(local[0]));

/** Each part of a name by itself. Where it is a part of two names, nobody can tell whose. */
function partsOf(people: readonly SharedPerson[], unsure: Unsure): readonly Sequence[] {
  const nobody = unsure === 'keep' ? undefined : l10n.t('someone');
  const owners = new Map<string, Set<string | undefined>>();
  for (const person of people) {
    const put = person.shown === 'name' ? undefined : wordsFor(person);
    for (const part of wordsOf(person.name ?? '').filter(standsAlone)) owners.set(part, (owners.get(part) ?? new Set()).add(put));
  }
  return [...owners].map(([part, puts]) => ({ words: [part], put: puts.size === 1 ? [...puts][0] : nobody, single: true }));
}

interface Token {
  readonly typed: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function inWords(text: string, sequences: ReadonlyMap<string, readonly Sequence[]>): string {
  const tokens = Array.from(text.matchAll(WORD), ({ 0: typed, index }): Token => ({ typed, word: folded(typed), start: index, end: index + typed.length }));
  let [done, from] = ['', 0];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = sequences.get(tokens[at]?.word ?? '')?.find((sequence) => standsAt(sequence, tokens, at, text));
    if (!found) continue;
    const [start, end] = [tokens[at]?.start ?? 0, tokens[at + found.words.length - 1]?.end ?? 0];
    done += text.slice(from, start) + (found.put ?? text.slice(start, end));
    from = end;
    at += found.words.length - 1;
  }
  return done + text.slice(from);
}

function standsAt({ words, capital, single }: Sequence, tokens: readonly Token[], at: number, text: string): boolean {
  const typed = tokens[at]?.typed ?? '';
  if (capital && typed === typed.toLowerCase()) return false;
  if (single && !mayBeName(typed, words[0] ?? '')) return false;
  return words.every((word, offset) => {
    const [token, before] = [tokens[at + offset], tokens[at + offset - 1]];
    return token?.word === word && (offset === 0 || BETWEEN.test(text.slice(before?.end ?? 0, token.start)));
  });
}
