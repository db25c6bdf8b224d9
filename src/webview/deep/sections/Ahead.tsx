import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Questions } from '../Questions';
import { useDeep } from '../session';
import { LinkButton } from '../../shared/LinkButton';

/** The plan with its obstacle, and the next situation beside the load: never a push past it. */
export function Ahead(): JSX.Element | null {
  const { state, post } = useDeep();
  const { ahead } = state;
  if (!ahead) return null;
  const { plan, load, past, goal, offer } = ahead;
  return (
    <>
      {plan === undefined ? (
        <p class="cluster">
          {l10n.t('There is no plan in this reflection yet.')}
          <LinkButton onClick={() => post({ type: 'screens', screen: 'nextPlan' })}>
            {l10n.t('Make one')}
          </LinkButton>
        </p>
      ) : (
        <blockquote class="quote">{plan}</blockquote>
      )}
      <Questions />
      <div class="block">
        <p>{past ? <strong>{load}</strong> : load}</p>
        {goal !== undefined && <p>{l10n.t('To seek next: {0}', goal)}</p>}
        {offer !== undefined && (
          <p>
            <button type="button" class="button secondary" onClick={() => post({ type: 'seekNext' })}>
              {goal === undefined ? l10n.t('Make it what I seek next') : l10n.t('Put it in the place of what I seek next')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
