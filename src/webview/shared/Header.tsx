import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import { Svg } from './Svg';
import { usePage } from './session';
import type { Saved } from './useSaved';

interface HeaderProps {
  readonly saved: Saved;
  /** Where else the lead can go. */
  readonly children: ComponentChildren;
}

/** The incident, where the lead is, whether all is saved, and the tabs. */
export function Header({ saved: { word, isPending }, children }: HeaderProps): JSX.Element {
  const { state } = usePage();
  const words = { saved: l10n.t('Saved'), saving: l10n.t('Saving…'), failed: l10n.t('Not saved'), unheard: l10n.t('Not saved: the editor does not answer. Copy your text and open this tab again.') };
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
      {children}
    </header>
  );
}

/** A failed save: the text is still there, and can be saved again or taken along. */
function Failed(): JSX.Element | null {
  const { state, post, typing } = usePage();
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
