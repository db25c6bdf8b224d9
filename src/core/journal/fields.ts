/** The same object with one field set, or left out where the value is undefined: absent, never null. Unknown fields stay. */
export function withField<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: dropped, ...rest } = object;
  return (dropped === undefined ? object : rest) as T;
}

/** An empty text is no text. */
export function textOrNone(text: string): string | undefined {
  return text === '' ? undefined : text;
}
