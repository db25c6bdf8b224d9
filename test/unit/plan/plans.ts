import type { Incident, Plan } from '../../../src/core/journal/schema';

export const PLAN: Plan = { id: 'p1', cue: 'two alerts from one service', act: 'say who leads' };

/** An incident with a plan that was made on a day of May. */
export function withPlan(id: string, day: string, plan: Partial<Plan> = {}, more: Partial<Incident> = {}): Incident {
  return {
    format: 1,
    id,
    title: `Incident ${id}`,
    window: { start: `2026-05-${day}T10:00:00Z`, end: `2026-05-${day}T11:00:00Z` },
    plan: { ...PLAN, made: `2026-05-${day}T12:00:00Z`, ...plan },
    ...more,
  };
}
