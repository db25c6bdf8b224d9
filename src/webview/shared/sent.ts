/**
 * Of the values of a field that were sent and have not come back, in order: those after one that a state says now. None where that was the
 * last, or is none of them and was set elsewhere. While there are some, the state is late, and must not take a newer value off the screen.
 */
export function sentAfter(value: string, sent: readonly string[]): readonly string[] {
  const after = sent.slice(sent.indexOf(value) + 1);
  return after.length < sent.length ? after : [];
}
