import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import { Svg } from '../shared/Svg';
import { useSession } from './session';

/** The screens as tabs. */
export function Tabs(): JSX.Element {
  const { state, post } = useSession();
  return (
    <nav aria-label={l10n.t('Screens')}>
      <ol class="steps">
        {state.tabs.map(({ id, name, done, mayOpen }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === state.screen ? 'step' : undefined}
              aria-disabled={!mayOpen}
              title={mayOpen ? undefined : l10n.t('Answer or skip the guess first')}
              onClick={() => mayOpen && post({ type: 'open', screen: id })}
            >
              <span class="no">{done && id !== state.screen ? <Svg svg={check} label={l10n.t('Done')} /> : index + 1}</span>
              <span class="name">{name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
