/** What ends the sentence before. */
const ENDS: readonly string[] = ['. ', '.\n', '\n\n', '\n-', '\n*'];
/** A sentence is not looked for further back, in UTF-16 code units. */
const FURTHEST = 110;

/** The sentence around a match, from its beginning to the end of the match. */
export function sentenceAt(text: string, index: number, length: number): string {
  const from = Math.max(...ENDS.map((end) => text.lastIndexOf(end, index)), index - FURTHEST) + 1;
  return text.slice(Math.max(0, from), index + length);
}
