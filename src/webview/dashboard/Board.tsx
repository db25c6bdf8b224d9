import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DashboardState } from '../../core/growth/dashboardState';
import { BehavioursSection } from './BehavioursSection';
import { EmptySection } from './EmptySection';
import { FaultsSection } from './FaultsSection';
import { NextSection } from './NextSection';
import { NoticeSection } from './NoticeSection';
import { PlanSection } from './PlanSection';
import { useKeptView, ViewContext, type DashboardHost } from './view';

interface BoardProps {
  readonly state: DashboardState;
  readonly host: DashboardHost;
}

/** The whole dashboard. Where there is no journal, or an empty one, it says so instead of showing empty parts. */
export function Board({ state, host }: BoardProps): JSX.Element {
  const { notice, empty, next, plan, growth, reading, faults, moreFaults } = state;
  return (
    <ViewContext.Provider value={useKeptView(host)}>
      <main class="board" aria-busy={reading}>
        <h1 class="visually-hidden">{l10n.t('Growth')}</h1>
        <div class="grid">
          {notice && <NoticeSection notice={notice} host={host} />}
          {empty && !notice && !reading && <EmptySection host={host} />}
          {!empty && <NextSection next={next} host={host} />}
          {!empty && <PlanSection plan={plan} host={host} />}
          {!empty && <BehavioursSection growth={growth} reading={reading} />}
          {faults.length > 0 && <FaultsSection faults={faults} more={moreFaults} host={host} />}
        </div>
      </main>
    </ViewContext.Provider>
  );
}
