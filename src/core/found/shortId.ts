/** The letters of our ids: Crockford's base32, in small letters. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/**
 * An id that a text always has, on each machine: 10 letters of 5 bits, in the form of all our ids. Two of 1,000 texts have the same with
 * probability 4e-10. The hash is cyrb53 (public domain): nothing secret hangs on it.
 */
export function shortId(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  let rest = 2 ** 32 * (high & 0x1fffff) + (low >>> 0);
  let id = '';
  for (let index = 0; index < LENGTH; index += 1) {
    id += LETTERS[rest % LETTERS.length] ?? '';
    rest = Math.floor(rest / LETTERS.length);
  }
  return id;
}
