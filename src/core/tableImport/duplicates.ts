import type { ClaimFacts } from '../identity/claimFacts';
import { claimKey, claimsOf, factsOf } from '../identity/claimFacts';
import { linkOf } from '../identity/link';
import { linkSentence } from '../identity/linkWords';
import { isReplay } from '../incident/state';
import type { Claim, Incident } from '../journal/schema';

/** Why a row is not new: the journal has that very incident, or one that looks the same, with a sentence. */
export type Known = { readonly kind: 'same' } | { readonly kind: 'alike'; readonly reason: string };

/** Two incidents that are further apart are no more alike than any two. */
const NEAR = 24 * 3_600_000;
/** So many claims of the journal are compared with a row: in a table that is made to be slow, all meet. */
const MOST_COMPARED = 50;

/** What the journal has already, to be found again by what a source calls it, by the very same start and title, or by the rules of identity. */
export class KnownIncidents {
  readonly #keys = new Set<string>();
  readonly #named = new Set<string>();
  /** By start. */
  readonly #facts: readonly (readonly [facts: ClaimFacts, record: Incident])[];
  readonly #longest: number;

  constructor(
    records: readonly Incident[],
    private readonly now: number,
  ) {
    for (const { title, window, claims = [] } of records) {
      for (const claim of claims) this.#keys.add(claimKey(claim));
      this.#named.add(nameKey(title, window.start));
    }
    this.#facts = records.filter((record) => !isReplay(record)).flatMap((record) => claimsOf(record).map((facts) => [facts, record] as const)).sort(([a], [b]) => a.start - b.start);
    this.#longest = this.#facts.reduce((longest, [facts]) => Math.max(longest, (facts.end ?? now) - facts.start), 0);
  }

  /** Undefined where the row is new. @param claim what the row says */
  find(claim: Claim): Known | undefined {
    if (this.#keys.has(claimKey(claim)) || this.#named.has(nameKey(claim.title ?? '', claim.start ?? claim.seen))) return { kind: 'same' };
    const facts = factsOf(claim);
    for (const [other, record] of this.#near(facts)) {
      const code = isParted(record, claim) ? undefined : linkOf(facts, other, this.now);
      if (code) return { kind: 'alike', reason: linkSentence({ a: facts, b: other.title === '' ? { ...other, title: record.title } : other, code }) };
    }
    return undefined;
  }

  /** Claims of the journal that were running within a day of a row. */
  #near({ start, end = this.now }: ClaimFacts): readonly (readonly [ClaimFacts, Incident])[] {
    const found: (readonly [ClaimFacts, Incident])[] = [];
    for (let at = this.#firstFrom(start - NEAR - this.#longest); at < this.#facts.length && found.length < MOST_COMPARED; at += 1) {
      const each = this.#facts[at];
      if (!each || each[0].start > end + NEAR) break;
      if ((each[0].end ?? this.now) >= start - NEAR) found.push(each);
    }
    return found;
  }

  /** The place of the first claim that began at a time or later. */
  #firstFrom(time: number): number {
    let [low, high] = [0, this.#facts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#facts[middle]?.[0].start ?? Infinity) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const nameKey = (title: string, start: string): string => JSON.stringify([title.toLowerCase(), Date.parse(start)]);
/** The lead said of this very claim that it is another incident. */
const isParted = ({ apart = [] }: Incident, claim: Claim): boolean => apart.some(({ source, ref }) => source === claim.source && ref === claim.ref);
