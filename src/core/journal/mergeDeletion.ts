import { isPurged } from './check';
import { restore } from './deletion';
import { mergeVersions, same } from './mergeValue';
import type { Incident, PurgedIncident } from './schema';

type Deletion = Incident['deleted'];
type Stored = Incident | PurgedIncident;

/**
 * The deletion of a merged record. It holds a digest of what was deleted, so one that came from the other side than an edit fits no
 * more, and the record is shown again by itself. Without a base nothing counts as removed, and so the record does not.
 * @param content the merged record without a deletion
 */
export function mergeDeletions(base: Incident | undefined, a: Incident, b: Incident, content: Incident): Deletion {
  if (same(a.deleted, b.deleted)) return a.deleted;
  if (!base) return undefined;
  if (same(a.deleted, base.deleted)) return b.deleted;
  if (same(b.deleted, base.deleted)) return a.deleted;
  const fitting = [a, b].filter((side) => side.deleted && same(restore(side), content));
  const deletions = (fitting.length > 0 ? fitting : [a, b]).flatMap(({ deleted }) => deleted ?? []);
  return deletions.reduce((one, other) => (JSON.stringify(one) > JSON.stringify(other) ? one : other));
}

/**
 * One side, or both, was deleted for ever. An old copy does not come back. But whoever wrote in the record meanwhile, or took its
 * deletion back, did not know of that: then the record stays, with all that it says, since nothing newly typed may be lost. Where it
 * is not known whether somebody did (no base), it stays, too: it can be deleted again, but not be written again.
 */
export function mergePurged(base: Stored | undefined, a: Stored, b: Stored): Stored {
  if (isPurged(a) && isPurged(b)) return mergeVersions<PurgedIncident>({ base, a, b }, { appendOnly: new Set(), unasked: new Set(['/deleted/at']) }).value;
  const [purged, copy] = isPurged(a) ? [a, b as Incident] : [b, a as Incident];
  return base && !isPurged(base) && isUntouched(copy, base) ? purged : copy;
}

function isUntouched(copy: Incident, base: Incident): boolean {
  const isUndone = base.deleted !== undefined && copy.deleted === undefined;
  return !isUndone && same(restore(copy), restore(base));
}
