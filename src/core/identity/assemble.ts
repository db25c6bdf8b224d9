import type { ClaimFacts } from './claimFacts';
import { LINKS, linkOf, saysTwo, type LinkCode } from './link';
import { likelyPairs } from './pairs';

/** Why two claims became one incident. */
export interface Link {
  readonly a: ClaimFacts;
  readonly b: ClaimFacts;
  readonly code: LinkCode;
}

/** Claims that are about one incident. */
export interface Assembled {
  /** By key. */
  readonly claims: readonly ClaimFacts[];
  /** One fewer than claims: each says why one more belongs to them, the strongest first. */
  readonly links: readonly Link[];
}

/** What the lead decided, and what stands in records that the lead has worked on. Pairs of claims by their keys. */
export interface Decisions {
  readonly together: readonly (readonly [a: string, b: string, code: 'joined' | 'sameRecord'])[];
  readonly apart: readonly (readonly [a: string, b: string])[];
  /** The record that the lead has worked on, by the keys of its claims: two of these become one only where the lead says so. */
  readonly owner: ReadonlyMap<string, string>;
}

export const NO_DECISIONS: Decisions = { together: [], apart: [], owner: new Map() };

/**
 * Puts claims together that are about one incident. In which order they came does not matter: the strongest links count first, and equal
 * ones by the names of their claims. What the lead parted stays apart, and so do two that one source or person declared; then a third claim
 * goes to the one that it is linked to more strongly. Each claim is in exactly one incident, in its latest version.
 * @param now when open ones end, in milliseconds
 */
export function assemble(claims: readonly ClaimFacts[], decisions: Decisions, now: number): readonly Assembled[] {
  const latest = latestOf(claims);
  const groups = new Groups([...latest.values()], decisions);
  for (const link of sorted(linksOf(latest, decisions, now))) groups.tryJoin(link);
  return groups.assembled();
}

/** One version of each claim: the one seen last; of two seen at once always the same one. By key. */
function latestOf(claims: readonly ClaimFacts[]): ReadonlyMap<string, ClaimFacts> {
  const latest = new Map<string, ClaimFacts>();
  for (const fresh of claims) {
    const known = latest.get(fresh.key);
    if (!known || isLater(fresh, known)) latest.set(fresh.key, fresh);
  }
  return new Map([...latest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLater(fresh: ClaimFacts, known: ClaimFacts): boolean {
  const [one, other] = [Date.parse(fresh.claim.seen), Date.parse(known.claim.seen)];
  return one === other ? written(fresh) > written(known) : one > other;
}

const written = ({ claim, title, start, end, services }: ClaimFacts): string => JSON.stringify([claim, title, start, end, [...services].sort()]);

function* linksOf(claims: ReadonlyMap<string, ClaimFacts>, { together }: Decisions, now: number): Generator<Link> {
  for (const [one, other, code] of together) {
    const [a, b] = [claims.get(one), claims.get(other)];
    if (a && b && a !== b) yield inOrder(a, b, code);
  }
  for (const [a, b] of likelyPairs([...claims.values()], now)) {
    const code = linkOf(a, b, now);
    if (code) yield inOrder(a, b, code);
  }
}

const inOrder = (a: ClaimFacts, b: ClaimFacts, code: LinkCode): Link => (a.key < b.key ? { a, b, code } : { a: b, b: a, code });

const STRENGTH = new Map(LINKS.map((code, index) => [code, index]));
const rank = ({ code }: Link): number => STRENGTH.get(code) ?? LINKS.length;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const distance = ({ a, b }: Link): number => Math.abs(a.start - b.start);

/** The strongest first; of equal ones that whose claims began closest together. */
function sorted(links: Iterable<Link>): readonly Link[] {
  return [...links].sort((one, other) => rank(one) - rank(other) || distance(one) - distance(other) || compare(one.a.key, other.a.key) || compare(one.b.key, other.b.key));
}

interface Group {
  readonly claims: ClaimFacts[];
  readonly links: Link[];
  /** Keys of claims that may not come to it. */
  readonly barred: Set<string>;
  owner: string | undefined;
}

class Groups {
  readonly #of = new Map<string, Group>();

  constructor(claims: readonly ClaimFacts[], { apart, owner }: Decisions) {
    for (const claim of claims) this.#of.set(claim.key, { claims: [claim], links: [], barred: new Set(), owner: owner.get(claim.key) });
    for (const [a, b] of apart) {
      this.#of.get(a)?.barred.add(b);
      this.#of.get(b)?.barred.add(a);
    }
  }

  /** Makes one of two groups, unless something keeps them apart. */
  tryJoin(link: Link): void {
    const [a, b] = [this.#of.get(link.a.key), this.#of.get(link.b.key)];
    if (!a || !b || a === b || isBarred(a, b)) return;
    if (!BY_THE_LEAD.includes(link.code) && isTwo(a, b)) return;
    const [large, small] = a.claims.length >= b.claims.length ? [a, b] : [b, a];
    large.claims.push(...small.claims);
    large.links.push(...small.links, link);
    large.owner ??= small.owner;
    for (const key of small.barred) large.barred.add(key);
    for (const { key } of small.claims) this.#of.set(key, large);
  }

  assembled(): readonly Assembled[] {
    return [...new Set(this.#of.values())].map(({ claims, links }) => ({
      claims: claims.toSorted((a, b) => compare(a.key, b.key)),
      links: sorted(links),
    }));
  }
}

const isBarred = (a: Group, b: Group): boolean => b.claims.some(({ key }) => a.barred.has(key)) || a.claims.some(({ key }) => b.barred.has(key));
/** Nothing but the lead makes one of two that were declared as two, or worked on as two. */
const BY_THE_LEAD: readonly LinkCode[] = ['joined', 'sameRecord'];
const isTwo = (a: Group, b: Group): boolean => (a.owner !== undefined && b.owner !== undefined && a.owner !== b.owner) || a.claims.some((one) => b.claims.some((other) => saysTwo(one, other)));
