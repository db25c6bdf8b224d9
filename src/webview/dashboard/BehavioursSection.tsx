import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { BehavioursState } from '../../core/growth/behavioursState';
import type { OccasionList } from '../../core/growth/occasionList';
import { kindWords } from '../../core/incident/words';
import { BehaviourTable } from './BehaviourTable';
import { BehaviourFigure } from './BehaviourFigure';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { openOf, type Shown } from './shown';
import { TableSwitch } from './TableSwitch';
import { useTable, type DashboardHost } from './view';

/** What the finished reflections show of each behaviour, in the chosen kind and period. */
export function BehavioursSection({ state, occasions, scope, reading, host }: SectionContext<'behaviours'>): JSX.Element {
  const [asTable, turn] = useTable('behaviours');
  const shown = state.rows.flatMap(({ series, ...rest }): Shown[] => (series ? [{ ...rest, series }] : []));
  return (
    <Section id="behaviours" title={l10n.t('Behaviours')} tool={shown.length > 0 ? <TableSwitch on={asTable} turn={turn} /> : undefined}>
      {state.chance !== undefined && <p class="words">{state.chance}</p>}
      {state.nothing === undefined ? <Shapes state={state} open={occasions} shown={shown} asTable={asTable} caption={kindWords()[scope.kind]} host={host} /> : <p class="words">{state.nothing}</p>}
      {reading && <p class="words">{l10n.t('Older incidents are still being read.')}</p>}
    </Section>
  );
}

interface ShapesProps extends StripsProps {
  readonly state: BehavioursState;
  readonly asTable: boolean;
  /** Which incidents these are. */
  readonly caption: string;
}

function Shapes({ state: { rows, reading, noOccasion }, open, shown, asTable, caption, host }: ShapesProps): JSX.Element {
  const none = rows.filter(({ series }) => !series);
  return (
    <>
      {asTable && shown.length > 0 ? <BehaviourTable shown={shown} caption={l10n.t('Ratings by behaviour: {0}', caption)} open={open} host={host} /> : <Strips shown={shown} open={open} host={host} />}
      {none.length > 0 && (
        <details>
          <summary>{noOccasion}</summary>
          <ul class="none">
            {none.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          <p class="words">{l10n.t('No occasion is not a low rating.')}</p>
        </details>
      )}
      {shown.length > 0 && !asTable && <p class="words">{reading}</p>}
    </>
  );
}

interface StripsProps {
  readonly shown: readonly Shown[];
  readonly open: OccasionList | undefined;
  readonly host: DashboardHost;
}

function Strips({ shown, open, host }: StripsProps): JSX.Element {
  return (
    <div>
      {shown.map((behaviour, at) => (
        <div key={behaviour.id}>
          {behaviour.family !== shown[at - 1]?.family && <h3 class="group">{behaviour.family}</h3>}
          <BehaviourFigure behaviour={behaviour} open={openOf(behaviour, open)} host={host} />
        </div>
      ))}
    </div>
  );
}
