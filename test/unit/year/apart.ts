import assert from 'node:assert/strict';
import { dashboardState, type DashboardContext, type DashboardState } from '../../../src/core/growth/dashboardState';
import { exposureState } from '../../../src/core/growth/exposure';
import { isReviewed } from '../../../src/core/incident/state';
import type { Incident } from '../../../src/core/journal/schema';

/**
 * All that a dashboard says of real incidents, beside why there is nothing to say yet. Of the quarters all that the whole list has, since a drill may
 * be what the newest one is there for.
 */
function real({ scope, recorded }: DashboardState, records: readonly Incident[], { facts, locale, now }: DashboardContext) {
  const { exposure, behaviours: { nothing, ...behaviours }, ...others } = recorded;
  void nothing;
  const { quarters, came } = exposureState({ all: records, shown: records }, facts, locale, now, true);
  return {
    ...others, behaviours, reflections: scope.reflections.real, shadowed: scope.reflections.shadow, load: exposure.load, isPast: exposure.isPast,
    goal: exposure.goal, seek: exposure.seek, setGoal: exposure.setGoal, came, quarters: quarters.flatMap(({ name, kinds }) => (kinds.real ? [[name, kinds.real]] : [])),
  };
}

/**
 * What was practised never counts among real incidents: what the dashboard says of those is the same without it. As drills each counts once.
 * @param shown what the dashboard says now
 */
export function countsApart(shown: DashboardState, records: readonly Incident[], context: DashboardContext): void {
  const others = records.filter(({ drill }) => drill === undefined);
  const without = dashboardState(others, context);
  assert.deepEqual(real(shown, records, context), real(without, others, context), 'what is said of real incidents, with drills and without');
  const practised = records.filter((record) => record.drill !== undefined && isReviewed(record)).length;
  assert.equal(shown.scope.reflections.drill - without.scope.reflections.drill, practised, 'each drill that came to its end counts once among drills');
  assert.equal(shown.next.items.filter(({ state, id }) => state === 'waiting' && records.some((each) => each.id === id && each.drill !== undefined)).length, 0, 'no drill waits to be looked back at');
}
