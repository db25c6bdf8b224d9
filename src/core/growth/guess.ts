import type { Incident, Kind } from '../journal/schema';
import { finishedOldestFirst, kindOf, occasionIn } from './occasions';
import { DRAWN } from './series';

/** How the behaviour guessed best was rated, beside the one guessed costly: higher, the same, lower. */
export type GuessMark = '+' | '=' | '-';

/** What became of the guesses in one kind of incident. Facts about two ratings; never whether a guess was right. */
export interface Guesses {
  /** One mark a reflection, oldest first, the newest hundred. */
  readonly marks: string;
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  /** Left out: the guess was changed after the evidence had been opened, so that it is none any more. */
  readonly changed: number;
  /** Left out: one of the two was not guessed, or has no number, or numbers of two versions of the table. */
  readonly incomplete: number;
}

/** The guesses of each kind of incident. A kind without a guess is absent. */
export type GuessState = Readonly<Partial<Record<Kind, Guesses>>>;

/**
 * In how many finished reflections the behaviour that was guessed to have gone best was rated higher, the same, or lower than the
 * one that was guessed to have cost most. Ratings as they stood when the reflection was finished.
 * @param records every record that is not deleted, in any order
 */
export function guessState(records: readonly Incident[]): GuessState {
  const verdicts: Record<Kind, Verdict[]> = { real: [], drill: [], shadow: [] };
  for (const incident of finishedOldestFirst(records)) {
    const verdict = verdictOf(incident);
    if (verdict) verdicts[kindOf(incident)].push(verdict);
  }
  const kinds = (Object.keys(verdicts) as Kind[]).filter((kind) => verdicts[kind].length > 0);
  return Object.fromEntries(kinds.map((kind) => [kind, guessesOf(verdicts[kind])]));
}

type Verdict = GuessMark | 'changed' | 'incomplete';

function guessesOf(verdicts: readonly Verdict[]): Guesses {
  const count = (wanted: Verdict): number => verdicts.filter((each) => each === wanted).length;
  const marks = verdicts.filter((each) => each.length === 1);
  return {
    marks: marks.slice(-DRAWN).join(''),
    higher: count('+'),
    same: count('='),
    lower: count('-'),
    changed: count('changed'),
    incomplete: count('incomplete'),
  };
}

/** Undefined where nothing was guessed. */
function verdictOf(incident: Incident): Verdict | undefined {
  const { best, costly, changedAfterEvidence } = incident.reflection?.guess ?? {};
  if (best === undefined && costly === undefined) return undefined;
  if (changedAfterEvidence) return 'changed';
  const [one, other] = [occasionIn(incident, best), occasionIn(incident, costly)];
  if (!one || !other || best === costly || one.table !== other.table) return 'incomplete';
  if (one.anchor === other.anchor) return '=';
  return one.anchor > other.anchor ? '+' : '-';
}
