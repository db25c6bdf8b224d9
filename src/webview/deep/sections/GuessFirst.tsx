import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useDeep } from '../session';
import { LinkButton } from '../../shared/LinkButton';

/** The evidence waits for the guess: once it was seen, a guess is none. */
export function GuessFirst(): JSX.Element {
  const { post } = useDeep();
  return (
    <p class="cluster">
      {l10n.t('The evidence opens behind the guess. Answer it or skip it first.')}
      <LinkButton onClick={() => post({ type: 'screens', screen: 'guess' })}>
        {l10n.t('Go to the guess')}
      </LinkButton>
    </p>
  );
}
