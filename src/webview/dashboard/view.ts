import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { DashboardState } from '../../core/growth/dashboardState';
import type { Opened } from '../../core/growth/opened';
import type { Scope } from '../../core/growth/scope';
import type { DashboardMessage } from '../../core/protocol';
import type { Host } from '../shared/host';

export type DashboardHost = Host<DashboardState, DashboardMessage, Opened>;

/** What the reader chose to look at. The page keeps it for itself. */
export interface View {
  /** Which incidents; the usual ones where absent. The editor computes what they show. */
  readonly scope?: Scope;
  /** The sections whose charts are shown as tables, by their ids. */
  readonly tables: readonly string[];
  /** The sections that are closed, by their ids. */
  readonly closed: readonly string[];
}

/** What the reader chose last, and how to choose otherwise. */
export type Viewed = readonly [View, (change: Partial<View>) => void];

const first: View = { tables: [], closed: [] };

/** The choice of incidents in what a page remembers, as a message; undefined where none was made. */
export function scopeIn(remembered: unknown): unknown {
  const scope = (remembered as Partial<View> | undefined)?.scope;
  return scope && { type: 'scope', ...scope };
}

/** For every part of the page. */
export const ViewContext = createContext<Viewed>([first, () => {}]);

export function useView(): Viewed {
  return useContext(ViewContext);
}

/** Whether a section shows tables in place of its charts, and how to turn that. */
export function useTable(section: string): readonly [boolean, (on: boolean) => void] {
  const [{ tables }, change] = useView();
  const others = tables.filter((each) => each !== section);
  return [tables.includes(section), (on) => change({ tables: on ? [...others, section] : others })];
}

/** Keeps it, for the whole page. */
export function useKeptView(host: DashboardHost): Viewed {
  const [view, setView] = useState<View>(() => ({ ...first, ...host.remembered<Partial<View>>() }));
  const change = (changed: Partial<View>): void => {
    const next = { ...view, ...changed };
    setView(next);
    host.remember(next);
  };
  return [view, change];
}
