import type { Incident } from '../journal/schema';
import { assemble, NO_DECISIONS, type Link } from './assemble';
import { claimsOf } from './claimFacts';
import { decisionsIn } from './decisions';

/**
 * Why the claims of a record are one incident: each of its reasons, and only where there is none, that they stand in one record.
 * @param now when an open one ends, in milliseconds
 */
export function linksWithin(record: Incident, now: number): readonly Link[] {
  const together = decisionsIn([record]).together.filter(([, , code]) => code === 'joined');
  const groups = assemble(claimsOf(record), { ...NO_DECISIONS, together }, now);
  const first = groups[0]?.claims[0];
  const others = groups.slice(1).flatMap(({ claims: [claim] }): readonly Link[] => (first && claim ? [{ a: first, b: claim, code: 'sameRecord' }] : []));
  return [...groups.flatMap(({ links }) => links), ...others];
}
