import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import type { Step } from '../reflection/step';
import { inPlan } from '../reflection/texts';
import type { LastPlan } from './lastPlan';
import { sameSense } from './recall';
import { PARTS, turnBack, type PlanPart } from './turnBack';

/** What the plan is turned back for, by part; a part that the lead kept as it is stays out. */
export function turnedBack(incident: Incident): Partial<Record<PlanPart, string>> {
  const { plan } = incident;
  const kept = plan?.keptAsIs ?? [];
  const reasons: Partial<Record<PlanPart, string>> = {};
  for (const part of PARTS) {
    const reason = kept.includes(part) ? undefined : turnBack(part, plan?.[part] ?? '');
    if (reason !== undefined) reasons[part] = reason;
  }
  return reasons;
}

/**
 * Whether the lead wrote a new plan: a word in either half and, where the plan before it is still open, the choice that the new
 * one takes its place.
 */
export function isNewPlan({ plan, reflection }: Incident, last: LastPlan | undefined): boolean {
  const isWritten = [plan?.cue, plan?.act].some((part) => (part ?? '').trim() !== '');
  const isLastOpen = last !== undefined && last.plan.closed === undefined;
  return isWritten && (!isLastOpen || reflection?.answers?.['lastPlan'] === 'replace');
}

/** Keeps parts as they are, although they were turned back. */
export function keepAsIs(incident: Incident, parts: readonly PlanPart[], step: Step): Incident {
  return inPlan(incident, step, (plan) => {
    const kept = new Set([...(plan.keptAsIs ?? []), ...parts]);
    return { ...plan, keptAsIs: PARTS.filter((part) => kept.has(part)) };
  });
}

/** Saves the plan: from now on it is the one that comes back. */
export function makePlan(incident: Incident, step: Step): Incident {
  return inPlan(incident, step, (plan) => ({ ...plan, made: plan.made ?? step.now }));
}

/** Back to writing it, before the reflection is finished. What was typed from memory goes: it is typed again, from memory. */
export function unmakePlan(incident: Incident, step: Step): Incident {
  return inPlan(incident, step, (plan) => {
    const typed = withField(withField(plan.typed ?? {}, 'cue', undefined), 'act', undefined);
    return withField(withField(plan, 'made', undefined), 'typed', Object.keys(typed).length > 0 ? typed : undefined);
  });
}

/** Whether something was typed from memory, and it says something else than the plan. */
export function typedDiffers(incident: Incident): boolean {
  const { cue = '', act = '', typed } = incident.plan ?? {};
  const [typedCue, typedAct] = [typed?.cue ?? '', typed?.act ?? ''];
  if (typedCue.trim() === '' && typedAct.trim() === '') return false;
  return !sameSense(cue, typedCue) || !sameSense(act, typedAct);
}

/** The words typed from memory become the plan; a half that was not typed stays. */
export function takeTyped(incident: Incident, step: Step): Incident {
  return inPlan(incident, step, (plan) => {
    const typed = PARTS.filter((part) => (plan.typed?.[part] ?? '').trim() !== '');
    return typed.reduce((changed, part) => withField(changed, part, plan.typed?.[part]), plan);
  });
}
