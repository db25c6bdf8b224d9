/** Scripts that put no spaces between words: each of their signs is a word of its own. */
const SIGN = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]';
const WORDS = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}])+`, 'gu');
/** The same in a text as it was written, where accents may be signs of their own. */
const WRITTEN_WORDS = new RegExp(`${SIGN}\\p{M}*|(?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const ASCII_WORDS = /[a-z0-9]+/g;
// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;
/** "retryLimit" is found by "limit" too. */
const HUMP = /(\p{Ll})(\p{Lu})/gu;
/** Letters that Unicode does not take apart into a plain one and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };

/** A text without what does not part words for a searcher: capital letters and accents. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ßæœøđðłþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text as they are compared: folded, in order, as often as they come. A path gives its parts. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded.match(ASCII.test(folded) ? ASCII_WORDS : WORDS) ?? [];
}

/** What a text is found by: its words, and the parts of names that are written together ("retryLimit"). */
export function searchableWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const apart = text.replace(HUMP, '$1 $2');
  return apart === text ? words : [...words, ...wordsOf(apart)];
}

/** A word of a text, and where it stands in it. */
export interface WordAt {
  readonly from: number;
  readonly to: number;
  /** What it is found by. */
  readonly words: readonly string[];
}

/** The words of a text with their places. */
export function wordsAt(text: string): readonly WordAt[] {
  return [...text.matchAll(WRITTEN_WORDS)].map(({ 0: word, index }) => ({ from: index, to: index + word.length, words: searchableWords(word) }));
}

/** Whether words hold one that begins with each of the wanted ones. */
export function holdAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((each) => words.some((word) => word.startsWith(each)));
}
