import { withField } from '../journal/fields';
import type { Claim, Incident } from '../journal/schema';
import { iso } from '../signals/signal';
import type { Assembled } from './assemble';
import { claimKey, claimsOf, type ClaimFacts } from './claimFacts';
import { incidentFacts, type IncidentFacts } from './incidentFacts';

/** A record of an incident that sources told of. @param id a new one */
export function incidentFrom({ claims }: Pick<Assembled, 'claims'>, id: string): Incident {
  const { title, window, severity, rawSeverity, services, isDrill } = incidentFacts(claims);
  return {
    format: 1, id, title, window,
    ...(severity && { severity }),
    ...(rawSeverity !== undefined && { rawSeverity }),
    ...(isDrill && { kind: 'drill' as const }),
    ...(services.length > 0 && { services }),
    claims: claims.map(ownClaim),
  };
}

/**
 * A record with other claims. What it says follows them only where it still says what its claims said before: what somebody corrected
 * stays. Where it had no claims, a person declared it, and that becomes one.
 */
export function withClaims(record: Incident, { claims }: Pick<Assembled, 'claims'>): Incident {
  const [before, after] = [incidentFacts(claimsOf(record)), incidentFacts(claims)];
  const kept = new Set((record.claims ?? []).map(claimKey));
  const follow = <K extends 'title' | 'severity' | 'rawSeverity' | 'services'>(changed: Incident, key: K): Incident =>
    same(record[key] ?? [], before[key] ?? []) ? withField<Incident, K>(changed, key, orNone(after[key]) as Incident[K]) : changed;
  const following = (['title', 'severity', 'rawSeverity', 'services'] as const).reduce<Incident>(follow, record);
  return { ...following, window: windowAfter(record.window, before, after), claims: claims.map((facts) => (kept.has(facts.key) ? facts.claim : ownClaim(facts))) };
}

/** A record of which one more source tells, and that says what it said. The same record where none does. */
export function withMoreClaims(record: Incident, claims: readonly ClaimFacts[]): Incident {
  const held = claimsOf(record);
  const added = claims.filter(({ key }) => !held.some((each) => each.key === key));
  return added.length === 0 ? record : { ...record, claims: [...held.map(({ claim }) => claim), ...added.map(ownClaim)] };
}

/** Each end of the window follows where a source gave it, and nobody changed it. */
function windowAfter(window: Incident['window'], { window: before }: IncidentFacts, { window: after }: IncidentFacts): Incident['window'] {
  const { start, startFrom, end, endFrom, ...others } = window;
  const begins = startFrom !== undefined && start === before.start ? after : window;
  const follows = end === before.end && (end === undefined || endFrom !== undefined);
  const ends = follows && (begins === after || (after.end ?? begins.start) >= begins.start) ? after : window;
  return {
    ...others,
    start: begins.start,
    ...(ends.end !== undefined && { end: ends.end }),
    ...(begins.startFrom !== undefined && { startFrom: begins.startFrom }),
    ...(ends.end !== undefined && ends.endFrom !== undefined && { endFrom: ends.endFrom }),
  };
}

/** A claim that says itself what its record said for it: so it can leave that record. */
export function ownClaim({ claim, title, start, end, services }: ClaimFacts): Claim {
  if (claim.start !== undefined) return claim;
  return {
    ...claim,
    title,
    start: iso(start),
    ...(end !== undefined && { end: iso(end) }),
    ...(services.size > 0 && { services: claim.services ?? [...services] }),
  };
}

const orNone = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? undefined : value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
