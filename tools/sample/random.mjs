// @ts-check
// Chance that repeats: the same seed gives the same sample.

/** @typedef {() => number} Random */

/**
 * Numbers from 0 (inclusive) to 1 (exclusive), by a linear congruential generator: good enough to look unplanned.
 * @param {number} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * One of several: at least one.
 * @template T
 * @param {Random} random
 * @param {readonly T[]} items
 * @returns {T}
 */
export function oneOf(random, items) {
  return /** @type {T} */ (items[Math.floor(random() * items.length)]);
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id like those of the journal: Crockford base32, small letters.
 * @param {Random} random
 * @param {number} [length]
 */
export function idFrom(random, length = 10) {
  return Array.from({ length }, () => BASE32[Math.floor(random() * 32)]).join('');
}

/**
 * A time as the journal writes it: ISO 8601, UTC, whole seconds.
 * @param {number} milliseconds since 1970
 */
export function utc(milliseconds) {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
