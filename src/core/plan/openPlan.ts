import { timeOrder } from '../incident/timeOrder';
import type { Incident, Plan } from '../journal/schema';

/** The plan that is waiting for its moment. */
export interface OpenPlan {
  /** The record that it lives in: the incident after which it was made. */
  readonly incident: Incident;
  readonly plan: Plan;
}

/**
 * The one open plan: the newest one that was made and not closed; undefined where there is none. An older one that was never
 * closed counts no more, and a false alarm has none.
 * @param records every record that is not deleted, in any order
 */
export function openPlan(records: readonly Incident[]): OpenPlan | undefined {
  let newest: (OpenPlan & { readonly made: string }) | undefined;
  for (const incident of records) {
    const { plan, cancelled } = incident;
    if (plan?.made === undefined || plan.closed !== undefined || cancelled !== undefined) continue;
    const order = newest ? timeOrder(plan.made, newest.made) : 1;
    if (!newest || order > 0 || (order === 0 && incident.id > newest.incident.id)) newest = { incident, plan, made: plan.made };
  }
  return newest && { incident: newest.incident, plan: newest.plan };
}
