import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useSession } from './session';
import { LinkButton } from '../shared/LinkButton';

/** What is promised after this incident. Making one is asked by the editor. */
export function Promises(): JSX.Element {
  const { state, post } = useSession();
  return (
    <div class="field">
      <span class="label" id="promises">{l10n.t('Promises that can be checked')}</span>
      <ul aria-labelledby="promises">
        {state.plan.promises.map(({ id, words, sign }) => (
          <li key={id}>
            {words}{sign && <span class="help"> · {sign}</span>}{' '}
            <LinkButton aria-label={l10n.t('Take back: {0}', words)} onClick={() => post({ type: 'takeBackPromise', promise: id })}>
              {l10n.t('Take back')}
            </LinkButton>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton onClick={() => post({ type: 'makePromise' })}>{l10n.t('Make a promise…')}</LinkButton>
      </p>
    </div>
  );
}
