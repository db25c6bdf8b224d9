import { isPurged } from '../../../src/core/journal/check';
import { remove, restore } from '../../../src/core/journal/deletion';
import { mergeRecords } from '../../../src/core/journal/mergeRecords';
import { same } from '../../../src/core/journal/mergeValue';
import type { Incident } from '../../../src/core/journal/schema';
import { digest, firstBroken, type Merge } from './mergeProperties';

type Versions = Readonly<Record<'base' | 'a' | 'b', Incident>>;

/** The real merge with something done to its result. */
const after = (fault: (result: Incident, versions: Versions) => unknown): Merge => (base, a, b) => {
  const merged = mergeRecords(base, a, b);
  if (!merged.ok || isPurged(merged.record)) return merged;
  return { ok: true, record: fault(merged.record, { base, a, b } as Versions) as Incident };
};

const keysOf = (...records: readonly (Incident | undefined)[]) => [...new Set(records.flatMap((record) => Object.keys(record ?? {})))] as (keyof Incident)[];
const without = (record: Incident, keys: readonly string[]): unknown => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** Nine ways in which a merge may be wrong, by what is wrong. Each is the real one with one fault, so that the product needs no seam. */
export const mergeFaults: Readonly<Record<string, Merge>> = {
  'of two titles, ours is kept': after((result, { a, b }) => ({ ...result, title: same(result.title, b.title) ? a.title : result.title })),
  'what lost a clash is thrown away': after((result, { a }) => ({ ...result, clashes: a.clashes ?? [] })),
  'a removal beats an edit': after((result, { base, a, b }) => without(result, keysOf(base).filter((key) => a[key] === undefined || b[key] === undefined))),
  'a list is taken from one side': after((result, { a }) => ({ ...result, ...(a.promises && result.promises && { promises: a.promises }) })),
  'a list that only grows loses an entry': after((result) => ({ ...result, ...(result.foresight && { foresight: result.foresight.slice(1) }) })),
  'a field called __proto__ is assigned': after((result) => Object.assign({}, result)),
  'a deletion beats an edit': after((result) => (result.deleted ? remove(restore(result), result.deleted.at, digest) : result)),
  'a purged record beats an edit': (base, a, b) => mergeRecords(base, isPurged(b) ? b : a, isPurged(a) ? a : b),
  'without a base, one side is taken for it': (base, a, b) => mergeRecords(base ?? a, a, b),
};

/** Which property finds each fault, undefined where none does in so many runs of all of them. */
export function findFaults(runs: number): ReadonlyMap<string, string | undefined> {
  return new Map(Object.entries(mergeFaults).map(([fault, merge]) => [fault, firstBroken(merge, runs)]));
}
