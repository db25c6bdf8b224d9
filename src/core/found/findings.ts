import type { Assembled } from '../identity/assemble';
import { claimKey, claimsOf } from '../identity/claimFacts';
import { isWorkedOn } from '../identity/decisions';
import { incidentFrom } from '../identity/recordClaims';
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
  /** Records that nobody has worked on, and whose sources say other things by now. */
  readonly following: readonly { readonly id: string; readonly assembled: Assembled }[];
}

/**
 * What sources have found, beside what the journal holds.
 * @param records every record that is not deleted
 * @param deleted those that are: what they were about is not found anew
 * @param now the clock, in milliseconds
 */
export function findings(records: readonly Incident[], deleted: readonly Incident[], claims: readonly Claim[], now: number): Findings {
  const gone = new Set(deleted.flatMap(claimsOf).map(({ key }) => key));
  const stored = new Map(records.flatMap((record) => record.claims ?? []).map((claim) => [claimKey(claim), claim]));
  const told = claims.filter((claim) => !gone.has(claimKey(claim))).map((claim) => unlessSame(claim, stored.get(claimKey(claim))));
  const { fresh, changed } = reconcile(records, told, now);
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = fresh.map((assembled) => ({ assembled, incident: incidentFrom(assembled, shortId(assembled.claims[0]?.key ?? '')) }));
  const following = changed.filter(({ id }) => {
    const record = byId.get(id);
    return record !== undefined && !isWorkedOn(record);
  });
  return { found: found.toSorted((a, b) => newestFirst(a.incident, b.incident)), following };
}

/** A file has another time on each machine: that alone is no news. */
function unlessSame(claim: Claim, stored: Claim | undefined): Claim {
  return stored && JSON.stringify({ ...stored, seen: '' }) === JSON.stringify({ ...claim, seen: '' }) ? stored : claim;
}
