import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { BehaviourState } from '../../core/growth/behavioursState';
import type { Kind } from '../../core/journal/schema';
import { kindWords } from '../../core/incident/words';
import { BehaviourTable } from './BehaviourTable';
import { BehaviourFigure } from './BehaviourFigure';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { isLong, type Shown } from './shown';
import { TableSwitch } from './TableSwitch';
import { useTable } from './view';

/** What the finished reflections show of each behaviour, in the chosen kind and period. */
export function BehavioursSection({ state, scope, reading }: SectionContext<'behaviours'>): JSX.Element {
  const [asTable, turn] = useTable('behaviours');
  const { kind, period, begun, reflections } = scope;
  const shown = state.rows.flatMap(({ series, ...rest }): Shown[] => (series ? [{ ...rest, series }] : []));
  const none = state.rows.filter(({ series }) => !series);
  return (
    <Section id="behaviours" title={l10n.t('Behaviours')} tool={shown.length > 0 ? <TableSwitch on={asTable} turn={turn} /> : undefined}>
      {state.chance !== undefined && <p class="words">{state.chance}</p>}
      {reflections[kind] === 0 ? <p class="words">{begun ? noneOf(kind, period !== 'all') : beforeTheFirst()}</p> : <Shapes shown={shown} none={none} asTable={asTable} caption={kindWords()[kind]} />}
      {reading && <p class="words">{l10n.t('Older incidents are still being read.')}</p>}
    </Section>
  );
}

function beforeTheFirst(): string {
  return l10n.t('After a reflection, each behaviour that you rated has a dot here. Nothing is compared before there are six.');
}

/** Each kind in a sentence of its own, so that it can be translated. */
function noneOf(kind: Kind, inPeriod: boolean): string {
  if (inPeriod) {
    return {
      real: l10n.t('No real incident of this period was looked back at.'),
      drill: l10n.t('No drill of this period was looked back at.'),
      shadow: l10n.t('Nothing that you shadowed in this period was looked back at.'),
    }[kind];
  }
  return {
    real: l10n.t('No real incident was looked back at yet.'),
    drill: l10n.t('No drill was looked back at yet.'),
    shadow: l10n.t('Nothing that you shadowed was looked back at yet.'),
  }[kind];
}

interface ShapesProps {
  readonly shown: readonly Shown[];
  readonly none: readonly BehaviourState[];
  readonly asTable: boolean;
  /** Which incidents these are. */
  readonly caption: string;
}

function Shapes({ shown, none, asTable, caption }: ShapesProps): JSX.Element {
  return (
    <>
      {asTable && shown.length > 0 ? <BehaviourTable shown={shown} caption={l10n.t('Ratings by behaviour: {0}', caption)} /> : <Strips shown={shown} />}
      {none.length > 0 && (
        <details>
          <summary>{none.length === 1 ? l10n.t('1 behaviour with no occasion yet') : l10n.t('{0} behaviours with no occasion yet', none.length)}</summary>
          <ul class="none">
            {none.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          <p class="words">{l10n.t('No occasion is not a low rating.')}</p>
        </details>
      )}
      {shown.length > 0 && !asTable && <p class="words">{howToRead(shown)}</p>}
    </>
  );
}

function Strips({ shown }: { readonly shown: readonly Shown[] }): JSX.Element {
  return (
    <div>
      {shown.map((behaviour, at) => (
        <div key={behaviour.id}>
          {behaviour.family !== shown[at - 1]?.family && <h3 class="group">{behaviour.family}</h3>}
          <BehaviourFigure behaviour={behaviour} />
        </div>
      ))}
    </div>
  );
}

function howToRead(shown: readonly Shown[]): string {
  return [
    l10n.t('One dot is one incident, newest at the right. 1 to 5 are the acts described in each scale.'),
    shown.some(({ series }) => series.today !== undefined) ? l10n.t('A hollow dot is how you see it today; it is not counted.') : '',
    shown.some(isLong) ? l10n.t('The newest are in view, the table has all.') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
