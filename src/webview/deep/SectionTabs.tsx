import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import { Svg } from '../shared/Svg';
import { useDeep } from './session';

/** The sections A to I in place of the tabs, in any order. Only the current one shows its name: nine would not fit. */
export function SectionTabs(): JSX.Element {
  const { state, post } = useDeep();
  const here = state.place === 'card' ? 'E' : state.place;
  return (
    <nav aria-label={l10n.t('Sections')}>
      <ol class="steps sections">
        {state.sections.map(({ id, name, done }) => (
          <li key={id}>
            <button type="button" aria-current={id === here ? 'step' : undefined} title={name} onClick={() => post({ type: 'deepen', place: id })}>
              <span class="no">
                {id}
                {done && <Svg svg={check} label={l10n.t('Done')} />}
              </span>
              <span class={id === here ? 'name' : 'name visually-hidden'}>{name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
