import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import { Svg } from '../shared/Svg';
import { useDrill } from './session';

/** The decisions in place of the tabs: back to each that was reached. What is to come only has its number. */
export function DrillTabs(): JSX.Element {
  const { state, post } = useDrill();
  return (
    <nav aria-label={l10n.t('Decisions')}>
      <ol class="steps sections">
        {state.tabs.map(({ page, name, title, reached, done, here }) => (
          <li key={page}>
            <button type="button" aria-current={here ? 'step' : undefined} aria-disabled={!reached} title={reached ? title : l10n.t('Still to come')} onClick={() => reached && post({ type: 'drillPage', page })}>
              <span class="no">
                {name !== title && <span class="visually-hidden">{title}</span>}
                <span aria-hidden={name !== title}>{name}</span>
                {done && <Svg svg={check} label={l10n.t('Done')} />}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
