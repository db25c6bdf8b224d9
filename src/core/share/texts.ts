/** Calls with every text in a value, at any depth. */
export function eachText(value: unknown, see: (text: string) => void): void {
  if (typeof value === 'string') see(value);
  else if (Array.isArray(value)) for (const each of value) eachText(each, see);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) eachText(each, see);
}
