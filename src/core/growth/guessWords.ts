import * as l10n from '@vscode/l10n';
import type { GuessMark, Guesses } from './guess';
import { COMPARABLE_FROM } from './series';

/** How many marks are read out; more would drown the listener, and the table has all. */
const SPOKEN = 20;

/** How many reflections are compared. */
export function comparedCount({ higher, same, lower }: Guesses): number {
  return higher + same + lower;
}

/** Each mark as a word, in the order of the table's rows. */
const guessMarkWords = (): Record<GuessMark, string> => ({ '+': l10n.t('Higher'), '=': l10n.t('The same'), '-': l10n.t('Lower') });

/** What may be said of the guesses: how often which rating was the higher one, from six reflections on. No verdict. */
export function guessWords(guesses: Guesses): string {
  const { higher, same, lower } = guesses;
  const count = comparedCount(guesses);
  if (count === 0) return l10n.t('No reflection has both ratings yet.');
  if (count < COMPARABLE_FROM) return l10n.t('Too few to compare.');
  return l10n.t('In {0} of {1} reflections the behaviour you guessed best was rated higher than the one you guessed costly, in {2} the same, in {3} lower.', higher, count, same, lower);
}

/** Which guesses are left out and why; empty where none is. */
export function leftOutWords({ changed, incomplete }: Guesses): string {
  return [
    changed === 0 ? '' : changed === 1 ? l10n.t('1 left out: the guess was changed after the evidence.') : l10n.t('{0} left out: the guess was changed after the evidence.', changed),
    incomplete === 0 ? '' : incomplete === 1 ? l10n.t('1 left out: one of the two has no rating.') : l10n.t('{0} left out: one of the two has no rating.', incomplete),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the marks say to who cannot see them: "3 reflections, oldest first: higher, the same, lower". */
export function spokenGuesses(guesses: Guesses): string {
  const words: Record<string, string> = { '+': l10n.t('higher'), '=': l10n.t('the same'), '-': l10n.t('lower') };
  const count = comparedCount(guesses);
  const spoken = [...guesses.marks].slice(-SPOKEN).map((mark) => words[mark]);
  const all = count === 1 ? l10n.t('1 reflection') : l10n.t('{0} reflections', count);
  return count > spoken.length
    ? l10n.t('{0}, the newest {1}, oldest first: {2}', all, spoken.length, spoken.join(', '))
    : l10n.t('{0}, oldest first: {1}', all, spoken.join(', '));
}

/** The guesses as the page shows them. */
export interface GuessInWords {
  /** One mark a reflection, oldest first; empty where there is nothing to compare. */
  readonly marks: string;
  /** What the marks say to who cannot see them. */
  readonly spoken: string;
  /** In how many reflections it was rated higher, the same, lower: the rows of the table, and of the dots from the top. */
  readonly rows: readonly (readonly [words: string, count: number])[];
  readonly words: string;
}

/** @param guesses undefined where nothing was guessed yet */
export function guessInWords(guesses: Guesses | undefined): GuessInWords {
  if (!guesses) {
    return { marks: '', spoken: '', rows: [], words: l10n.t('Before the evidence you guess what went best and what cost most. Here stands how the two were rated after it.') };
  }
  const words = guessMarkWords();
  return {
    marks: guesses.marks,
    spoken: guesses.marks === '' ? '' : spokenGuesses(guesses),
    rows: [[words['+'], guesses.higher], [words['='], guesses.same], [words['-'], guesses.lower]],
    words: [guessWords(guesses), leftOutWords(guesses)].filter(Boolean).join(' '),
  };
}
