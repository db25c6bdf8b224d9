import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { Fault } from '../../core/growth/dashboardState';
import { Svg } from '../shared/Svg';
import { Section } from './Section';
import type { DashboardHost } from './view';

interface FaultsProps {
  readonly faults: readonly Fault[];
  readonly more: number;
  readonly host: DashboardHost;
}

/** Files that are not counted, each with what is wrong and a way to it. */
export function FaultsSection({ faults, more, host }: FaultsProps): JSX.Element {
  return (
    <Section id="faults" title={l10n.t('Left out')}>
      <p class="words">{l10n.t('These files are not counted. Nothing in them was changed.')}</p>
      <ul class="faults-list">
        {faults.map((fault) => (
          <li key={fault.file}>
            <p class="hint">
              <Svg svg={warning} />
              <span>{fault.reason}</span>
            </p>
            {fault.file !== '' && <FaultButtons fault={fault} host={host} />}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="words">{more === 1 ? l10n.t('1 more.') : l10n.t('{0} more.', more)}</p>}
    </Section>
  );
}

/** What can be done about one file. */
function FaultButtons({ fault, host }: { readonly fault: Fault; readonly host: DashboardHost }): JSX.Element {
  const { name, file, canRestore } = fault;
  return (
    <p class="links">
      <button type="button" class="link" aria-label={l10n.t('Open file: {0}', name)} onClick={() => host.post({ type: 'openFile', file })}>
        {l10n.t('Open file')}
      </button>
      {canRestore && (
        <button type="button" class="link" aria-label={l10n.t('Restore from backup: {0}', name)} onClick={() => host.post({ type: 'restore', file })}>
          {l10n.t('Restore from backup…')}
        </button>
      )}
    </p>
  );
}
