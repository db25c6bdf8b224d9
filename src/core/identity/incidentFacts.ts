import type { ClaimKind, Incident, Severity } from '../journal/schema';
import { iso } from '../signals/signal';
import type { ClaimFacts } from './claimFacts';

/** What claims say together about their one incident. */
export interface IncidentFacts {
  readonly title: string;
  readonly window: Incident['window'];
  readonly severity?: Severity;
  readonly rawSeverity?: string;
  readonly services: readonly string[];
  readonly urls: readonly string[];
  /** Facts that speak for it, each once. */
  readonly why: readonly string[];
  /** Every claim says that it was a drill. */
  readonly isDrill: boolean;
}

const RANK: Readonly<Record<ClaimKind, number>> = { declared: 3, alert: 2, inferred: 1 };
/** Whoever led it knows best. */
const rankOf = ({ kind, claim }: ClaimFacts): number => (claim.source === 'person' ? 4 : RANK[kind]);

/** The claims in the order in which they are believed: a person's first, then declared before alert before inferred, then the surer, then by key. */
export function byTrust(claims: readonly ClaimFacts[]): readonly ClaimFacts[] {
  return claims.toSorted((a, b) => rankOf(b) - rankOf(a) || (b.claim.sure ?? 0) - (a.claim.sure ?? 0) || (a.key < b.key ? -1 : 1));
}

/**
 * Title, severity and end are those of the claim that is believed most, and of its kind; the start is the earliest that is known to more
 * than the day; everything else is what all of them say.
 */
export function incidentFacts(claims: readonly ClaimFacts[]): IncidentFacts {
  const trusted = byTrust(claims);
  const severe = trusted.find(({ claim }) => claim.severity !== undefined)?.claim;
  const raw = (severe ?? trusted.find(({ claim }) => claim.rawSeverity !== undefined)?.claim)?.rawSeverity;
  const once = (lists: readonly (readonly string[] | undefined)[]): readonly string[] => [...new Set(lists.flatMap((list) => list ?? []))];
  return {
    title: trusted.find(({ title }) => title !== '')?.title ?? '',
    window: windowOf(trusted),
    ...(severe?.severity !== undefined && { severity: severe.severity }),
    ...(raw !== undefined && { rawSeverity: raw }),
    services: once(trusted.map(({ claim, services }) => claim.services ?? [...services])),
    urls: once(trusted.map(({ urls }) => urls)),
    why: once(trusted.map(({ claim }) => claim.why)),
    isDrill: trusted.length > 0 && trusted.every(({ claim }) => claim.drill === true),
  };
}

function windowOf(trusted: readonly ClaimFacts[]): Incident['window'] {
  const exact = trusted.filter(({ isDay }) => !isDay);
  const first = (exact.length > 0 ? exact : trusted).reduce((a, b) => (b.start < a.start ? b : a));
  const last = lastOf(trusted.filter(({ kind }) => kind === trusted[0]?.kind));
  const window = { start: iso(first.start), startFrom: first.claim.source };
  if (last?.end === undefined) return window;
  // A source that knows only days may have it over before another says that it began.
  const over = last.end >= first.start ? last : lastOf(trusted.filter(({ end }) => end !== undefined && end >= first.start));
  return { start: window.start, end: iso(over?.end ?? first.start), startFrom: window.startFrom, endFrom: (over ?? last).claim.source };
}

/** The one that ended last; one that is open ends after all others. */
const lastOf = (claims: readonly ClaimFacts[]): ClaimFacts | undefined =>
  claims.reduce<ClaimFacts | undefined>((a, b) => (a === undefined || (b.end ?? Infinity) > (a.end ?? Infinity) ? b : a), undefined);
