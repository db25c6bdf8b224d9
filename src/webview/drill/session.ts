import type { DrillState } from '../../core/drill/drillState';
import { usePage, type PageSession } from '../shared/session';

/** The session of the page around, where that is the page of a drill. */
export function useDrill(): PageSession<DrillState> {
  return usePage() as PageSession<DrillState>;
}
