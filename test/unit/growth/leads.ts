// Made-up leads: ratings of one behaviour on five acts, in any number of incidents, the same ones for the same seed.

/** The numbers of a seed, from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** From a normal distribution with mean 0 and spread 1. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * The ratings of one lead who does not change but where `shifted` says so: what they usually do lies anywhere from 2 to 4, and differs from
 * incident to incident by 0.6 to 1.2 acts. So most incidents have one of two or three acts, as people's ratings do.
 * @param shifted by how many acts from the middle on
 */
export function leadOf(count: number, random: () => number, shifted = 0): number[] {
  const [usual, spread] = [2 + 2 * random(), 0.6 + 0.6 * random()];
  return Array.from({ length: count }, (_, at) => {
    const act = Math.round(usual + spread * normal(random) + (at >= count / 2 ? shifted : 0));
    return Math.min(5, Math.max(1, act));
  });
}

/** A share with its 95 % interval (Wilson), all from 0 to 1. */
export function shareOf(hits: number, of: number): { readonly share: number; readonly low: number; readonly high: number } {
  const [z, share] = [1.96, hits / of];
  const scale = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / scale;
  return { share, low: middle - half, high: middle + half };
}
