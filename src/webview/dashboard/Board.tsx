import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DashboardState } from '../../core/growth/dashboardState';
import type { Opened } from '../../core/growth/opened';
import { USUAL_SCOPE, type ScopeState } from '../../core/growth/scope';
import { EmptySection } from './EmptySection';
import { FaultsSection } from './FaultsSection';
import { NextSection } from './NextSection';
import { NoticeSection } from './NoticeSection';
import { PlanSection } from './PlanSection';
import { RecordSections } from './recordSections';
import { ScopeRow } from './ScopeRow';
import { useKeptView, ViewContext, type DashboardHost } from './view';

interface BoardProps {
  readonly state: DashboardState;
  /** What the reader opened. */
  readonly opened: Opened | undefined;
  readonly host: DashboardHost;
}

/** The whole dashboard. Where there is no journal, or an empty one, it says so instead of showing empty parts. */
export function Board({ state, opened, host }: BoardProps): JSX.Element {
  const { notice, empty, next, plan, scope, recorded, reading, faults, moreFaults } = state;
  return (
    <ViewContext.Provider value={useKeptView(host)}>
      <main class="board" aria-busy={reading}>
        <h1 class="visually-hidden">{l10n.t('Growth')}</h1>
        <div class="grid">
          {notice && <NoticeSection notice={notice} host={host} empty={empty} />}
          {empty && !notice && !reading && <EmptySection host={host} />}
          {!empty && (
            <div class="now">
              <NextSection next={next} host={host} />
              <PlanSection plan={plan} host={host} />
            </div>
          )}
          {!empty && (
            <div class="record">
              {isFiltered(scope) && <ScopeRow scope={scope} host={host} />}
              <RecordSections recorded={recorded} opened={opened} scope={scope} reading={reading} host={host} />
            </div>
          )}
          {faults.length > 0 && <FaultsSection faults={faults} more={moreFaults} host={host} />}
        </div>
      </main>
    </ViewContext.Provider>
  );
}

/** Before the first reflection there is nothing to choose among; a choice that was made can always be taken back. */
function isFiltered({ begun, kind, period }: ScopeState): boolean {
  return begun || kind !== USUAL_SCOPE.kind || period !== USUAL_SCOPE.period;
}
