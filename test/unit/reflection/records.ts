import type { Incident, Rating, Reflection } from '../../../src/core/journal/schema';
import type { Step } from '../../../src/core/reflection/step';

/** An incident of an hour and a half, with nothing noted about it. */
export function incident(more: Partial<Incident> = {}): Incident {
  return { format: 1, id: 'k3f9q2m7xa', title: 'Payment timeouts', window: { start: '2026-05-14T14:02:00Z', end: '2026-05-14T15:37:00Z' }, ...more };
}

/** The same with a reflection that was begun. */
export function draft(reflection: Partial<Reflection> = {}, more: Partial<Incident> = {}): Incident {
  return incident({ reflection: { path: 'short', started: '2026-05-14T18:00:00Z', ...reflection }, ...more });
}

/** The same with a reflection that was finished at 18:10. */
export function finished(reflection: Partial<Reflection> = {}, more: Partial<Incident> = {}): Incident {
  return draft({ finished: '2026-05-14T18:10:00Z', screen: 'summary', ...reflection }, more);
}

/** A rating made at 18:05, before the reflection was finished. */
export function rating(behaviour: string, more: Partial<Rating> = {}): Rating {
  return { id: `r-${behaviour.toLowerCase()}`, at: '2026-05-14T18:05:00Z', behaviour, table: 1, ...more };
}

let made = 0;

/** The clock at a time of that day ("18:20"), in a panel that was opened at another. Ids are new each time. */
export function step(time = '18:06', session = '18:00'): Step {
  return { now: `2026-05-14T${time}:00.000Z`, session: `2026-05-14T${session}:00.000Z`, newId: () => `id-${(made += 1)}` };
}

/** The same with ids that are the same each time, to compare results. */
export function fixedStep(time = '18:06', session = '18:00'): Step {
  let count = 0;
  return { ...step(time, session), newId: () => `id-${(count += 1)}` };
}
