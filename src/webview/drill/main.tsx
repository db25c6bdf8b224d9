import type { DrillState } from '../../core/drill/drillState';
import { startSession } from '../shared/startSession';
import { DrillPage } from './DrillPage';

startSession<DrillState>(DrillPage, ({ page, tabs }, post) => ({
  here: String(page),
  tabs: tabs.map(({ page: to, name, reached }) => ({ id: String(to), name, mayOpen: reached })),
  go: (to) => post({ type: 'drillPage', page: Number(to) }),
  names: [],
  // With the page, so that who presses twice reveals once.
  keys: { next: { type: 'drillOn', page }, back: { type: 'drillPage', page: Math.max(0, page - 1) } },
}));
