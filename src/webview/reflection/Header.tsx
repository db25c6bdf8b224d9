import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import { Svg } from '../shared/Svg';
import { useSession } from './session';
import type { Saved } from './useSaved';

/** The incident, where the lead is, whether all is saved, and the screens as tabs. */
export function Header({ saved: { word, isPending } }: { readonly saved: Saved }): JSX.Element {
  const { state } = useSession();
  const words = { saved: l10n.t('Saved'), saving: l10n.t('Saving…'), failed: l10n.t('Not saved') };
  return (
    <header class="top column">
      <div class="row">
        <p>
          <strong class="incident">{state.title}</strong> <span class="quiet">{state.windowWords}</span>
        </p>
        <p class="quiet">
          <span>{state.count}</span>
          <span class={isPending ? 'saved pending' : 'saved'} role="status">
            {word === 'saved' && <Svg svg={check} />}
            {words[word]}
          </span>
        </p>
      </div>
      <Failed />
      <Tabs />
    </header>
  );
}

/** A failed save: the text is still there, and can be saved again or taken along. */
function Failed(): JSX.Element | null {
  const { state, post, typing } = useSession();
  if (state.save.kind !== 'failed') return null;
  const text = typing.unsaved;
  return (
    <div class="banner" role="alert">
      <Svg svg={error} />
      <p>{l10n.t('Not saved: {0} Your text is still here.', state.save.reason)}</p>
      <button type="button" class="button secondary" onClick={() => post({ type: 'retry' })}>
        {l10n.t('Try again')}
      </button>
      {text !== '' && (
        <button type="button" class="button secondary" onClick={() => post({ type: 'copy', text })}>
          {l10n.t('Copy my text')}
        </button>
      )}
    </div>
  );
}

function Tabs(): JSX.Element {
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
