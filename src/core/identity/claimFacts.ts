import type { Claim, ClaimKind, Incident } from '../journal/schema';

/** What a claim says about its incident, ready to be compared. Made once for each claim. */
export interface ClaimFacts {
  /** The claim as it is stored. */
  readonly claim: Claim;
  /** The same for every version of a claim. */
  readonly key: string;
  readonly kind: ClaimKind;
  readonly title: string;
  /** Milliseconds since 1970; `end` undefined while it is open. */
  readonly start: number;
  readonly end: number | undefined;
  /** The day in UTC on which it began, like "2026-05-14". */
  readonly day: string;
  /** Only the day is known. */
  readonly isDay: boolean;
  /** In small letters. */
  readonly services: ReadonlySet<string>;
  /** The words of the title that tell something: four signs and more. */
  readonly words: ReadonlySet<string>;
  readonly urls: readonly string[];
  /** Where another claim's name may stand. */
  readonly text: string;
}

/** Sources whose claims are the condition of a machine, and sources that infer: what a claim that does not say its kind is. */
const KIND_OF: Readonly<Record<string, ClaimKind | undefined>> = { git: 'inferred', prometheus: 'alert', alertmanager: 'alert' };

export const kindOf = ({ kind, source }: Pick<Claim, 'kind' | 'source'>): ClaimKind => kind ?? KIND_OF[source] ?? 'declared';

/** What a claim is known by: its source and what that calls it; where it gives no name, its id. */
export const claimKey = ({ source, ref, id }: Pick<Claim, 'source' | 'ref' | 'id'>): string => `${source}\n${ref ?? id}`;

/** What a claim says. One that does not even say when it began was made with its record, and the record says all for it. */
export function factsOf(claim: Claim, holder?: Pick<Incident, 'title' | 'window' | 'services'>): ClaimFacts {
  const record = claim.start === undefined ? holder : undefined;
  const startedAt = claim.start ?? record?.window.start ?? claim.seen;
  const endedAt = record ? record.window.end : claim.end;
  const title = claim.title ?? record?.title ?? '';
  const services = claim.services ?? record?.services ?? [];
  const urls = claim.urls ?? [];
  return {
    claim, title, urls,
    key: claimKey(claim),
    kind: kindOf(claim),
    start: Date.parse(startedAt),
    end: endedAt === undefined ? undefined : Date.parse(endedAt),
    day: startedAt.slice(0, 10),
    isDay: claim.precision === 'day',
    services: new Set(services.map((name) => name.toLowerCase())),
    words: new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu)),
    text: [title, ...urls].join(' '),
  };
}

const known = new WeakMap<Incident, readonly ClaimFacts[]>();

/** The claims of a record, worked out once for each version of it. One that was written by hand and has none was declared by a person. */
export function claimsOf(record: Incident): readonly ClaimFacts[] {
  const facts = known.get(record) ?? claimsIn(record);
  known.set(record, facts);
  return facts;
}

function claimsIn(record: Incident): readonly ClaimFacts[] {
  const claims = record.claims ?? [];
  if (claims.length === 0) return [factsOf({ id: record.id, source: 'person', seen: record.window.start }, record)];
  return claims.map((claim) => factsOf(claim, record));
}
