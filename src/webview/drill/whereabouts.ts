import type { DrillState } from '../../core/drill/drillState';
import type { PageSession, Whereabouts } from '../shared/session';

/** Where the lead is in a drill. Keys go with the page, so that who presses twice reveals once. */
export function whereaboutsInDrill({ page, tabs }: DrillState, post: PageSession['post']): Whereabouts {
  return {
    here: String(page),
    tabs: tabs.map(({ page: to, name, reached }) => ({ id: String(to), name, mayOpen: reached })),
    go: (to) => post({ type: 'drillPage', page: Number(to) }),
    names: [],
    keys: { next: { type: 'drillOn', page }, back: { type: 'drillPage', page: Math.max(0, page - 1) } },
  };
}
