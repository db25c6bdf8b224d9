/** In how many subjects of a repository a word stands, as shares from 0 to 1. */
export interface WordRates {
  readonly incident: number;
  readonly rollback: number;
  readonly hotfix: number;
}

type Word = keyof WordRates;

const WORDS: Readonly<Record<Word, RegExp>> = { incident: /\bincidents?\b/i, rollback: /\broll(?:ed|ing|s)?[ -]?backs?\b/i, hotfix: /\bhot[- ]?fix(?:es)?\b/i };
/** From these shares on a word is a habit of the repository, and says nothing: 423 subjects of one had "hotfix", 8 % of another "incident". */
const HABITS: WordRates = { incident: 0.01, rollback: 0.01, hotfix: 0.003 };

/** Whether a word is said seldom enough to say something. No rates: it is. */
export const isRare = (word: Word, rates: WordRates | undefined): boolean => (rates?.[word] ?? 0) < HABITS[word];

/** Counts the words in subjects. */
export function wordRates(subjects: readonly string[]): WordRates {
  const rate = (word: Word): number => (subjects.length === 0 ? 0 : subjects.filter((subject) => WORDS[word].test(subject)).length / subjects.length);
  return { incident: rate('incident'), rollback: rate('rollback'), hotfix: rate('hotfix') };
}
