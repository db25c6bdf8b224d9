import { timeOrder } from '../incident/timeOrder';
import type { Incident, LedgerEntry, Plan } from '../journal/schema';
import { openPlan } from './openPlan';

/** The plan that a reflection asks about first: the newest one made before it, and open when it began. */
export interface LastPlan {
  /** The incident after which it was made. */
  readonly incident: Incident;
  readonly plan: Plan;
  /** What was said of it in this reflection. */
  readonly entry?: LedgerEntry;
}

/**
 * The last plan for one incident's reflection, or undefined where there is none: then the reflection starts at its facts. It stays
 * the same one for that reflection, also after a new plan took its place. A false alarm has no plan.
 * @param others every other record of the journal that is not deleted
 * @param incident the incident that is looked back at
 * @param now when a reflection that has not begun yet would begin
 */
export function lastPlanFor(others: readonly Incident[], incident: Incident, now: string): LastPlan | undefined {
  const began = Date.parse(incident.reflection?.started ?? now);
  const before = others.flatMap((other) => {
    const { plan } = other;
    if (other.id === incident.id || other.cancelled !== undefined) return [];
    if (plan?.made === undefined || Date.parse(plan.made) > began) return [];
    if (plan.closed !== undefined && Date.parse(plan.closed) < began) return [];
    return [{ incident: other, plan, made: Date.parse(plan.made) }];
  });
  const newest = before.sort((a, b) => b.made - a.made || (a.incident.id < b.incident.id ? 1 : -1))[0];
  if (!newest) return undefined;
  const entry = newest.plan.ledger?.find((each) => each.incident === incident.id);
  return { incident: newest.incident, plan: newest.plan, ...(entry && { entry }) };
}

/**
 * The plan in whose place one out of a drill comes: the one that is open now, wherever the drill began. Once the drill has made its own, the one before that.
 * Undefined where there is none.
 * @param others every other record of the journal that is not deleted
 */
export function standingPlan(others: readonly Incident[], { id, plan }: Incident): LastPlan | undefined {
  const made = plan?.made;
  return openPlan(others.filter((other) => other.id !== id && (made === undefined || timeOrder(other.plan?.made ?? '', made) <= 0)));
}
