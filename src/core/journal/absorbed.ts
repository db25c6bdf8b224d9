import { withField } from './fields';
import type { Incident, StoredIncident } from './schema';

export type Absorbed = NonNullable<Incident['absorbed']>;

/** Marks a record as joined with another, which is listed in its place. All that it says stays in it. */
export const absorb = (record: Incident, absorbed: Absorbed): Incident => ({ ...record, absorbed });

/** It is listed by itself again. */
export function release(record: Incident): Incident {
  return withField<Incident, 'absorbed'>(record, 'absorbed', undefined);
}

/**
 * Which records are not listed by themselves: those that were joined with one that is there. Where that is gone, they are listed again; of
 * records that two machines joined with each other, the one with the smallest id is listed. So none is ever out of sight without another in its place.
 */
export function absorbedAmong(records: readonly StoredIncident[]): ReadonlySet<string> {
  const marked = records.filter((record): record is Incident => 'absorbed' in record);
  if (marked.length === 0) return new Set();
  const there = new Map(records.map((record) => [record.id, (record as { readonly absorbed?: Absorbed }).absorbed?.into]));
  return new Set(marked.flatMap(({ id }) => (homeOf(id, there) === id ? [] : [id])));
}

/** The record that is listed for one. */
function homeOf(id: string, there: ReadonlyMap<string, string | undefined>): string {
  const way = [id];
  for (let next = there.get(id); next !== undefined && there.has(next); next = there.get(next)) {
    const at = way.indexOf(next);
    if (at >= 0) return way.slice(at).reduce((a, b) => (b < a ? b : a));
    way.push(next);
  }
  return way.at(-1) ?? id;
}
