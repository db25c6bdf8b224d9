import { useState } from 'preact/hooks';
import type { DashboardState } from '../../core/growth/dashboardState';
import type { Kind } from '../../core/journal/schema';
import type { DashboardMessage } from '../../core/protocol';
import type { Host } from '../shared/host';

export type DashboardHost = Host<DashboardState, DashboardMessage>;

/** What the reader chose to look at. The page keeps it for itself. */
export interface View {
  readonly kind: Kind;
  readonly asTable: boolean;
}

/** What the reader chose last, and how to choose otherwise. */
export function useView(host: DashboardHost): readonly [View, (change: Partial<View>) => void] {
  const [view, setView] = useState<View>(() => ({ kind: 'real', asTable: false, ...host.remembered<View>() }));
  const change = (changed: Partial<View>): void => {
    const next = { ...view, ...changed };
    setView(next);
    host.remember(next);
  };
  return [view, change];
}
