import * as l10n from '@vscode/l10n';
import { Fragment, type JSX } from 'preact';
import type { OccasionList } from '../../core/growth/occasionList';
import { medianWords, orderWords, rangeWords } from '../../core/growth/seriesWords';
import { OccasionsFold } from './OccasionsFold';
import { OccasionsList } from './OccasionsList';
import { openOf, type Shown } from './shown';
import type { DashboardHost } from './view';

interface TableProps {
  readonly shown: readonly Shown[];
  readonly caption: string;
  readonly open: OccasionList | undefined;
  readonly host: DashboardHost;
}

/** The same behaviours as a table, with all that a strip says: of every occasion, not only of those that are drawn. */
export function BehaviourTable({ shown, caption, open, host }: TableProps): JSX.Element {
  return (
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{l10n.t('Behaviour')}</th>
          <th scope="col" class="n">{l10n.t('Count')}</th>
          <th scope="col" class="n wide-only">{l10n.t('Latest')}</th>
          <th scope="col" class="n">{l10n.t('Median, range')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((behaviour) => {
          const occasions = openOf(behaviour, open);
          return (
            <Fragment key={behaviour.id}>
              <Row behaviour={behaviour} isOpen={occasions !== undefined} host={host} />
              {occasions && (
                <tr>
                  <td colSpan={4}>
                    <OccasionsList list={occasions} name={behaviour.name} host={host} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Row({ behaviour, isOpen, host }: { readonly behaviour: Shown; readonly isOpen: boolean; readonly host: DashboardHost }): JSX.Element {
  const { series } = behaviour;
  const order = orderWords(series);
  return (
    <tr>
      <th scope="row">
        <OccasionsFold behaviour={behaviour} isOpen={isOpen} host={host} />
        {order !== '' && <span class="words">{order}</span>}
      </th>
      <td class="n">{series.count}</td>
      <td class="n wide-only">{series.latest}</td>
      <td class="n">
        {medianWords(series.spread?.median)}
        {series.spread && <span class="words range-words">{rangeWords(series.spread.range)}</span>}
      </td>
    </tr>
  );
}
