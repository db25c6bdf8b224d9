import fc from 'fast-check';
import { mergeProperties, type Merge } from './mergeProperties';
import { anyVersions } from './mergeVersions';

/** What became of a property: how often it was tried, and the first case against it. */
export interface Tried {
  runs: number;
  broken: number;
  against?: string;
}

/** Tries every property on the same versions: making them takes longer than merging them. `counterexample` makes a small one of a case. */
export function tryAll(merge: Merge, runs: number, seed = Date.now()): ReadonlyMap<string, Tried> {
  const tried = new Map(Object.keys(mergeProperties).map((name): [string, Tried] => [name, { runs: 0, broken: 0 }]));
  const all = fc.property(anyVersions, (versions) => {
    for (const [name, property] of Object.entries(mergeProperties)) {
      const result = tried.get(name) as Tried;
      result.runs++;
      try {
        property(merge, versions);
      } catch (error) {
        result.broken++;
        result.against ??= `seed ${seed}: ${String(error)}`;
      }
    }
  });
  fc.assert(all, { numRuns: runs, seed });
  return tried;
}
