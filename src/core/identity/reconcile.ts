import { isReplay } from '../incident/state';
import type { Claim, Incident } from '../journal/schema';
import { assemble, type Assembled } from './assemble';
import { claimsOf, factsOf, type ClaimFacts } from './claimFacts';
import { decisionsIn, isWorkedOn } from './decisions';

/** What becomes of the records of a journal when sources have said more. */
export interface Reconciled {
  /** Incidents that no record is about yet. */
  readonly fresh: readonly Assembled[];
  /** Records that say more, or other things, than before: `withClaims` makes them. */
  readonly changed: readonly { readonly id: string; readonly assembled: Assembled }[];
  /** Records that nobody has worked on, and whose claims all went to another: they can go, with undo. */
  readonly absorbed: readonly { readonly id: string; readonly into: string }[];
}

/**
 * Which record each claim belongs to, for all that sources have ever said. The same whatever came first, but for records that the lead has
 * worked on: those stay what they are.
 * @param claims what sources say now; what stands in the records counts besides
 * @param now the clock, in milliseconds
 */
export function reconcile(all: readonly Incident[], claims: readonly Claim[], now: number): Reconciled {
  const records = all.filter((record) => !isReplay(record));
  const stored = new Map(records.map((record) => [record.id, claimsOf(record)]));
  const facts = [...[...stored.values()].flat(), ...claims.map((claim) => factsOf(claim))];
  const groups = assemble(facts, decisionsIn(records), now);
  const homes = homesOf(records, stored, groups);
  const taken = new Set(homes.values());
  const fresh = groups.filter((group) => !taken.has(group));
  const changed = [...homes].flatMap(([id, assembled]) => (isNews(stored.get(id) ?? [], assembled) ? [{ id, assembled }] : []));
  const homeOf = new Map([...homes].flatMap(([id, group]) => group.claims.map(({ key }) => [key, id] as const)));
  const absorbed = records.flatMap((record) => {
    if (homes.has(record.id) || isWorkedOn(record)) return [];
    const into = homeOf.get(stored.get(record.id)?.[0]?.key ?? '');
    return into === undefined ? [] : [{ id: record.id, into }];
  });
  return { fresh, changed, absorbed };
}

/** At most one record for each group, and one group for each record: that of its first claim. A record that was worked on goes first, then the older id. */
function homesOf(records: readonly Incident[], stored: ReadonlyMap<string, readonly ClaimFacts[]>, groups: readonly Assembled[]): ReadonlyMap<string, Assembled> {
  const groupOf = new Map(groups.flatMap((group) => group.claims.map(({ key }) => [key, group] as const)));
  const homes = new Map<string, Assembled>();
  const taken = new Set<Assembled>();
  const first = new Map(records.map((record) => [record.id, `${isWorkedOn(record) ? 0 : 1} ${record.window.start} ${record.id}`]));
  for (const { id } of records.toSorted((a, b) => ((first.get(a.id) ?? '') < (first.get(b.id) ?? '') ? -1 : 1))) {
    const keys = (stored.get(id) ?? []).map(({ key }) => key).toSorted();
    const group = keys.map((key) => groupOf.get(key)).find((each) => each !== undefined && !taken.has(each));
    if (group) {
      homes.set(id, group);
      taken.add(group);
    }
  }
  return homes;
}

const isNews = (before: readonly ClaimFacts[], { claims }: Assembled): boolean => {
  const known = new Map(before.map(({ key, claim }) => [key, claim]));
  return before.length !== claims.length || claims.some(({ key, claim }) => known.get(key) !== claim && JSON.stringify(known.get(key)) !== JSON.stringify(claim));
};
