import { questionWords } from '../deep/questions';
import type { Incident } from '../journal/schema';
import { placeWords, textsOf, WEIGHTS, type PeopleById, type SearchText } from './texts';
import { searchableWords, wordsAt, type WordAt } from './words';

/** About how long an excerpt is, in signs, and how much of it stands before the first word that was found. */
const LONGEST = 90;
const BEFORE = 30;
/** As many as one line can show. */
const EXCERPTS = 2;

/** The places of a record in which the words were found, the weightiest first, each as "Plan: …the words around them…". */
export function excerpts(incident: Incident, people: PeopleById, words: readonly string[]): readonly string[] {
  const names = placeWords();
  const left = new Set(words);
  const found: string[] = [];
  const texts = [...textsOf(incident, people)].sort((a, b) => WEIGHTS[b.place] - WEIGHTS[a.place]);
  for (const { place, text } of texts) {
    if (left.size === 0) break;
    const hit = firstHit({ place, text }, left);
    if (!hit) continue;
    for (const word of hit.words) left.delete(word);
    const asked = place === 'answer' ? questionOfAnswer(incident, text) : undefined;
    if (place !== 'title') found.push(`${asked ?? `${names[place]}:`} ${around(text, hit.at)}`);
  }
  return found.slice(0, EXCERPTS);
}

/** The question of the deep path to which a text answers, in its words; undefined where it is no such answer. */
function questionOfAnswer({ reflection }: Incident, text: string): string | undefined {
  const name = Object.entries(reflection?.answers ?? {}).find(([, answer]) => answer === text)?.[0];
  const words = name === undefined ? undefined : questionWords(name);
  return words === undefined || words.endsWith('?') ? words : `${words}:`;
}

/** The first word of a text that is among the wanted, and all of those that the text holds. */
function firstHit({ text }: SearchText, wanted: ReadonlySet<string>): { readonly at: WordAt; readonly words: readonly string[] } | undefined {
  const all = searchableWords(text); // places are looked for only where there is something: they take ten times as long
  const words = [...wanted].filter((word) => all.some((each) => each.startsWith(word)));
  const at = words.length > 0 ? wordsAt(text).find((each) => each.words.some((own) => words.some((word) => own.startsWith(word)))) : undefined;
  return at && { at, words };
}

/** A piece of a text around a word, in whole words where it has spaces, on one line. */
function around(text: string, { from, to }: WordAt): string {
  const space = from <= BEFORE ? -1 : text.indexOf(' ', from - BEFORE);
  const first = from <= BEFORE ? 0 : space >= 0 && space < from ? space + 1 : from;
  const end = Math.max(first + LONGEST, to);
  const last = end >= text.length ? text.length : Math.max(text.lastIndexOf(' ', end), to);
  const piece = text.slice(first, last).replace(/\s+/g, ' ').trim();
  return `${first > 0 ? '…' : ''}${piece}${last < text.length ? '…' : ''}`;
}
