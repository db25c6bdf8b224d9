import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { medianWords } from '../../core/growth/seriesWords';
import type { Shown } from './shown';

interface TableProps {
  readonly shown: readonly Shown[];
  readonly caption: string;
}

/** The same behaviours as a table: of every occasion, not only of those that are drawn. */
export function BehaviourTable({ shown, caption }: TableProps): JSX.Element {
  return (
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{l10n.t('Behaviour')}</th>
          <th scope="col" class="n">{l10n.t('Count')}</th>
          <th scope="col" class="n wide-only">{l10n.t('Latest')}</th>
          <th scope="col" class="n">{l10n.t('Median')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, series }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td class="n">{series.count}</td>
            <td class="n wide-only">{series.latest}</td>
            <td class="n">{medianWords(series.spread?.median)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
