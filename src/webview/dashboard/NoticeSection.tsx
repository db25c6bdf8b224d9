import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import info from '@vscode/codicons/src/icons/info.svg';
import type { Notice } from '../../core/growth/dashboardState';
import { remedyWords } from '../../core/growth/remedies';
import { Svg } from '../shared/Svg';
import { TryIt } from './EmptySection';
import type { DashboardHost } from './view';

interface NoticeProps {
  readonly notice: Notice;
  readonly host: DashboardHost;
  /** There is nothing in the journal, or no journal. */
  readonly empty: boolean;
}

/** One sentence about the journal as a whole, and what can be done about it. */
export function NoticeSection({ notice, host, empty }: NoticeProps): JSX.Element {
  return (
    <section class="notice" aria-label={l10n.t('Journal')}>
      <p class="hint">
        <Svg svg={info} />
        <span>{notice.words}</span>
      </p>
      {notice.remedies?.map((remedy) => (
        <button key={remedy} type="button" class="button" onClick={() => host.post({ type: 'remedy', remedy })}>
          {remedyWords()[remedy]}
        </button>
      ))}
      {empty && <TryIt host={host} />}
    </section>
  );
}
