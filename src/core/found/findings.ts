import type { Assembled } from '../identity/assemble';
import { claimKey, claimsOf } from '../identity/claimFacts';
import { isWorkedOn } from '../identity/decisions';
import { incidentFrom, withClaims, withMoreClaims } from '../identity/recordClaims';
import { reconcile } from '../identity/reconcile';
import { newestFirst } from '../incident/state';
import type { Claim, Incident } from '../journal/schema';
import { shortId } from './shortId';

/** An incident that sources tell of and no record is about. It becomes a record at the lead's first act. */
export interface FoundIncident {
  /** As it will be stored. Its id is made from its first claim: the same on each machine. */
  readonly incident: Incident;
  readonly assembled: Assembled;
}

export interface Findings {
  /** Newest first. */
  readonly found: readonly FoundIncident[];
  /** Records whose sources say other things by now, or of which one more source tells: see `afterSources`. */
  readonly following: readonly { readonly id: string; readonly assembled: Assembled }[];
}

/**
 * What sources have found, beside what the journal holds.
 * @param records every record that is listed
 * @param hidden those that are deleted or absorbed: what they alone were about is not found anew
 * @param now the clock, in milliseconds
 */
export function findings(records: readonly Incident[], hidden: readonly Incident[], claims: readonly Claim[], now: number): Findings {
  const held = new Set(hidden.length === 0 ? [] : keysOf(records));
  const gone = new Set(keysOf(hidden).filter((key) => !held.has(key)));
  const stored = new Map(records.flatMap((record) => record.claims ?? []).map((claim) => [claimKey(claim), claim]));
  const told = claims.filter((claim) => !gone.has(claimKey(claim))).map((claim) => unlessSame(claim, stored.get(claimKey(claim))));
  const { fresh, changed } = reconcile(records, told, now);
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = fresh.map((assembled) => ({ assembled, incident: incidentFrom(assembled, shortId(assembled.claims[0]?.key ?? '')) }));
  const joined = joinedIn(records);
  const following = changed.filter(({ id, assembled }) => {
    const record = byId.get(id);
    return record !== undefined && !isBeingJoined(record, joined) && afterSources(record, assembled) !== record;
  });
  return { found: found.toSorted((a, b) => newestFirst(a.incident, b.incident)), following };
}

/** Claims that came into another record because the lead joined the two. */
const joinedIn = (records: readonly Incident[]): ReadonlySet<string> => new Set(records.flatMap(({ claims = [] }) => claims.filter(({ joined }) => joined !== undefined).map(claimKey)));

/**
 * Whether another record has taken over what this one says, and this one is still listed: two files are saved one after the other, and other
 * windows see them one by one. Did it follow its sources then, it would have the other's claims too, and the two could not be parted again.
 */
const isBeingJoined = (record: Incident, joined: ReadonlySet<string>): boolean => joined.size > 0 && claimsOf(record).some(({ key, claim }) => claim.joined === undefined && joined.has(key));

const keysOf = (records: readonly Incident[]): readonly string[] => records.flatMap(claimsOf).map(({ key }) => key);

/**
 * A record after its sources said more. One that nobody has worked on follows them; one that the lead has worked on is told of by one more
 * source, and says what it said. What another window parted from it meanwhile stays parted. The same record where nothing changes.
 */
export function afterSources(record: Incident, { claims }: Pick<Assembled, 'claims'>): Incident {
  const held = new Set(keysOf([record]));
  const parted = new Set((record.apart ?? []).map(({ source, ref }) => claimKey({ source, ref, id: ref })));
  const told = claims.filter(({ key }) => held.has(key) || !parted.has(key));
  return isWorkedOn(record) ? withMoreClaims(record, told) : withClaims(record, { claims: told });
}

/** A file has another time on each machine: that alone is no news. */
function unlessSame(claim: Claim, stored: Claim | undefined): Claim {
  return stored && JSON.stringify({ ...stored, seen: '' }) === JSON.stringify({ ...claim, seen: '' }) ? stored : claim;
}
