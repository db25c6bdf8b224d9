const SMALL_WORDS = new Set(
  'a an and any are as at be before but by can do for from has have i if in into is it its me my next of on one or our see so some that the their them then there they this to up us was we what when which who will with within you your'.split(' '),
);
/** From half of the words on, a typed plan counts as the same: it need not match word for word. */
const SAME_FROM = 0.5;
/** Words are compared by their beginnings, so that "restarts" and "restarting" are one. */
const STEM = 5;

function stems(text: string): Set<string> {
  const words = text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word.slice(0, STEM)));
}

/** Whether words typed from memory say the same as the plan: at least half of its content words are among them. */
export function sameSense(plan: string, typed: string): boolean {
  const wanted = stems(plan);
  if (wanted.size === 0) return plan.trim().toLowerCase() === typed.trim().toLowerCase();
  const given = stems(typed);
  return [...wanted].filter((word) => given.has(word)).length / wanted.size >= SAME_FROM;
}
