import type { Incident } from '../journal/schema';
import type { Decisions } from './assemble';
import { claimKey, claimsOf } from './claimFacts';

/** What a source alone can fill. Whatever else a record holds, somebody has written. */
const FROM_SOURCES: readonly string[] = ['format', 'id', 'title', 'window', 'severity', 'rawSeverity', 'services', 'kind', 'claims'];

/** Whether the lead has worked on a record, declared it, or decided what belongs to it: then nothing but the lead makes one of it and another. */
export function isWorkedOn(record: Incident): boolean {
  const claims = record.claims ?? [];
  return claims.length === 0 || claims.some(({ source, joined }) => source === 'person' || joined !== undefined) || Object.keys(record).some((key) => !FROM_SOURCES.includes(key));
}

/** What the records of a journal say about which claims belong together. A claim that a record holds again is no longer parted from it. */
export function decisionsIn(records: readonly Incident[]): Decisions {
  const together: (readonly [string, string, 'joined' | 'sameRecord'])[] = [];
  const apart: (readonly [string, string])[] = [];
  const owner = new Map<string, string>();
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const claims = claimsOf(record);
    const [first] = claims;
    for (const { key, claim } of claims) {
      if (isWorkedOn(record) && !owner.has(key)) owner.set(key, record.id);
      if (first && key !== first.key && (isWorkedOn(record) || claim.joined !== undefined)) together.push([first.key, key, claim.joined === undefined ? 'sameRecord' : 'joined']);
    }
    for (const { source, ref } of record.apart ?? []) {
      const parted = claimKey({ source, ref, id: ref });
      if (!claims.some(({ key }) => key === parted)) for (const { key } of claims) apart.push([key, parted]);
    }
  }
  return { together, apart, owner };
}
