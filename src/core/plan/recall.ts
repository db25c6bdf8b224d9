const SMALL_WORDS = new Set(
  'a an and any are as at be before but by can do for from has have i if in into is it its me my next of on one or our see so some that the their them then there they this to up us was we what when which who will with within you your'.split(' '),
);
/** A plan and its opposite share every other word. */
const NEGATIONS = new Set("not no never nothing nobody without don't doesn't won't can't cannot stop".split(' '));
/** From half of the words on, a typed plan counts as the same: it need not match word for word. */
const SAME_FROM = 0.5;
/** Words are compared by their beginnings, so that "restarts" and "restarting" are one. */
const STEM = 5;

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];
}

/** The beginnings of the words that carry the sense. */
function stems(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !SMALL_WORDS.has(word) && !NEGATIONS.has(word)).map((word) => word.slice(0, STEM)));
}

/** Whether words typed from memory say the same as the plan: at least half of its content words are among them, and the same yes or no. */
export function sameSense(plan: string, typed: string): boolean {
  const [planned, given] = [wordsOf(plan), wordsOf(typed)];
  const isNegated = (words: readonly string[]): boolean => words.some((word) => NEGATIONS.has(word));
  const [wanted, remembered] = [stems(planned), stems(given)];
  if (wanted.size === 0) return planned.join(' ') === given.join(' ');
  if (isNegated(planned) !== isNegated(given)) return false;
  return [...wanted].filter((word) => remembered.has(word)).length / wanted.size >= SAME_FROM;
}
