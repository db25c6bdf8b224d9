import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ShareMessage } from '../../core/protocol';
import type { ShareState } from '../../core/share/shareState';
import { useFocusToRead } from '../shared/focusToRead';
import { Options } from './Options';
import { People } from './People';
import { Preview } from './Preview';

export interface ShareProps {
  readonly state: ShareState;
  readonly post: (message: ShareMessage) => void;
}

/** What leaves, beside what decides it. Nothing has left before one of the buttons below is pressed. */
export function SharePage({ state, post }: ShareProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusToRead(heading);
  return (
    <div class="page">
      <main class="share">
        <div class="choices">
          <header>
            <h1 tabIndex={-1} ref={heading}>
              {state.title}
            </h1>
            <p class="lead">{l10n.t('Choose what leaves. Nothing has left this machine yet.')}</p>
          </header>
          <Options state={state} post={post} />
          {state.people.length > 0 && <People state={state} post={post} />}
        </div>
        <Preview state={state} post={post} />
      </main>
      <Leaving state={state} post={post} />
    </div>
  );
}

function Leaving({ state: { revision, done, problem }, post }: ShareProps): JSX.Element {
  return (
    <footer class="actions">
      <div class="wide">
        <button type="button" class="button" onClick={() => post({ type: 'toFile', revision })}>
          {l10n.t('Write to a File…')}
        </button>
        <button type="button" class="button secondary" onClick={() => post({ type: 'toClipboard', revision })}>
          {l10n.t('Copy')}
        </button>
        <p role="status">{done}</p>
        {problem !== undefined && (
          <p role="alert" class="turned">
            {problem}
          </p>
        )}
      </div>
    </footer>
  );
}
