import type { Incident } from '../journal/schema';
import type { Step } from './step';

/**
 * Keeps what a field said before, where the reflection is finished: edits before *Finish* are just typing. One revision per field
 * and editing session; the session in which it was finished counts as a new one from then on.
 * @param before what the field said, as text; the empty text where it said nothing
 */
export function revise(incident: Incident, field: string, before: string, step: Step): Incident {
  const { reflection } = incident;
  if (reflection?.finished === undefined) return incident;
  const since = Math.max(Date.parse(reflection.finished), Date.parse(step.session));
  const revisions = reflection.revisions ?? [];
  if (revisions.some((each) => each.field === field && Date.parse(each.at) >= since)) return incident;
  const revision = { id: step.newId(), at: step.now, field, before };
  return { ...incident, reflection: { ...reflection, revisions: [...revisions, revision] } };
}
