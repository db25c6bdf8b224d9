import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ShareMessage } from '../../core/protocol';
import type { ShareState } from '../../core/share/shareState';
import { ChoosingPage } from '../shared/ChoosingPage';
import { Options } from './Options';
import { People } from './People';
import { Preview } from './Preview';

export interface ShareProps {
  readonly state: ShareState;
  readonly post: (message: ShareMessage) => void;
}

/** What leaves, beside what decides it. Nothing has left before one of the buttons below is pressed. */
export function SharePage({ state, post }: ShareProps): JSX.Element {
  const { title, people, done, problem } = state;
  const choices = (
    <>
      <Options state={state} post={post} />
      {people.length > 0 && <People state={state} post={post} />}
    </>
  );
  return (
    <ChoosingPage
      title={title}
      lead={l10n.t('Choose what leaves. Nothing has left this machine yet.')}
      choices={choices}
      outcome={<Preview state={state} post={post} />}
      buttons={<Buttons state={state} post={post} />}
      done={done}
      problem={problem}
    />
  );
}

function Buttons({ state: { revision }, post }: ShareProps): JSX.Element {
  return (
    <>
      <button type="button" class="button" onClick={() => post({ type: 'toFile', revision })}>
        {l10n.t('Write to a File…')}
      </button>
      <button type="button" class="button secondary" onClick={() => post({ type: 'toClipboard', revision })}>
        {l10n.t('Copy')}
      </button>
    </>
  );
}
