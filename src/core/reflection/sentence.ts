/** The words as a sentence: with a full stop, unless they end in a mark of their own. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
