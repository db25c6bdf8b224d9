/** How many bytes a value takes in a message to a page: JSON, in UTF-8. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  let bytes = json.length;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    // JSON has no half characters: each half of a pair is two of its four bytes.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The first of a list that together take at most so many bytes, so that a state is bounded in any language. */
export function within<T>(items: readonly T[], most: number): readonly T[] {
  let bytes = 2;
  const end = items.findIndex((item) => (bytes += bytesOf(item) + 1) > most);
  return end < 0 ? items : items.slice(0, end);
}
