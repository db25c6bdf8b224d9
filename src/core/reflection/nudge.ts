/** Words in a text that judge the past by what is known today. */
export interface Nudge {
  /** Where it begins and ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Begins a sentence with a capital, and is no name. */
const NO_NAME = String.raw`(?!(?:It|That|This|These|Those|There|What|Which|Who|Why|How|The|If|Then|But|And|So|Nothing|Something|Everything)\b)`;
const PERSON = String.raw`(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ss]omeone|[Nn]obody|[Tt]he team|${NO_NAME}\p{Lu}[\p{L}’'-]+)`;
const PAST_MODAL = String.raw`(?:should|could|would|might|ought to)(?:n[’']t| not)? have`;
const FAILING = String.raw`(?:failed|forgot|neglected|omitted|refused) to`;
const PATTERN = new RegExp(String.raw`(?<![\p{L}\p{N}])${PERSON} (?:really |just |simply )?(?:${PAST_MODAL}|${FAILING})(?!\p{L})`, 'gu');

/**
 * Finds a person plus a past modal ("I should have", "they failed to"). Hindsight makes a choice look foolish that made sense
 * then, and telling people so does not help (Guilbault 2004): so the offer is a question. It never blocks and is never counted.
 */
export function nudges(text: string): readonly Nudge[] {
  return [...text.matchAll(PATTERN)].map((match) => ({ start: match.index, end: match.index + match[0].length, words: match[0] }));
}
