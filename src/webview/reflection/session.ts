import type { PlanStepState, ReflectionState, TypedPageState } from '../../core/reflection/reflectionState';
import { usePage, type PageSession } from '../shared/session';

/** The session of the page around, where that is the page of the screens. */
export function useSession(): PageSession<ReflectionState> {
  return usePage() as PageSession<ReflectionState>;
}

/** The same where a plan is made, which is at the end of a reflection or of a drill. */
export function usePlan(): PageSession<TypedPageState & { readonly plan: PlanStepState }> {
  return usePage() as PageSession<TypedPageState & { readonly plan: PlanStepState }>;
}
