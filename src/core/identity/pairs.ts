import type { ClaimFacts } from './claimFacts';

const SLACK = 30 * 60_000;
/** A name is looked for by that run of letters and digits in it which stands in the fewest texts. */
const RUN = /[\p{L}\p{N}]+/gu;
const NOBODY: readonly ClaimFacts[] = [];

/**
 * Pairs of claims that may be linked, without looking at each with each: those whose times meet, that began on one day, that share an
 * address, or of which one may be named by the other. May give a pair twice.
 */
export function* likelyPairs(claims: readonly ClaimFacts[], now: number): Generator<readonly [ClaimFacts, ClaimFacts]> {
  yield* atOneTime(claims, now);
  yield* inGroups(claims, ({ day }) => [day], (a, b) => a.isDay || b.isDay);
  yield* inGroups(claims, ({ urls }) => urls);
  yield* named(claims);
}

function* atOneTime(claims: readonly ClaimFacts[], now: number): Generator<readonly [ClaimFacts, ClaimFacts]> {
  let running: ClaimFacts[] = [];
  for (const claim of claims.toSorted((a, b) => a.start - b.start)) {
    running = running.filter(({ end }) => (end ?? now) >= claim.start - SLACK);
    for (const other of running) yield [other, claim];
    running.push(claim);
  }
}

function* inGroups(claims: readonly ClaimFacts[], keysOf: (claim: ClaimFacts) => readonly string[], holds: (a: ClaimFacts, b: ClaimFacts) => boolean = () => true): Generator<readonly [ClaimFacts, ClaimFacts]> {
  for (const group of grouped(claims, keysOf).values()) {
    for (const [index, a] of group.entries()) for (const b of group.slice(index + 1)) if (holds(a, b)) yield [a, b];
  }
}

function* named(claims: readonly ClaimFacts[]): Generator<readonly [ClaimFacts, ClaimFacts]> {
  const runs = claims.map(({ claim }) => claim.ref?.match(RUN) ?? []);
  const wanted = new Set(runs.flat());
  const holders = grouped(claims, ({ text }) => [...new Set(text.match(RUN)?.filter((run) => wanted.has(run)))]);
  for (const [index, claim] of claims.entries()) {
    const lists = (runs[index] ?? []).map((run) => holders.get(run) ?? NOBODY);
    for (const other of lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? NOBODY)) if (other !== claim) yield [claim, other];
  }
}

function grouped(claims: readonly ClaimFacts[], keysOf: (claim: ClaimFacts) => readonly string[]): ReadonlyMap<string, readonly ClaimFacts[]> {
  const groups = new Map<string, ClaimFacts[]>();
  for (const claim of claims) {
    for (const key of keysOf(claim)) {
      const group = groups.get(key);
      if (group) group.push(claim);
      else groups.set(key, [claim]);
    }
  }
  return groups;
}
