import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { ChangedBeside } from '../../reflection/ChangedTwice';
import { Questions } from '../Questions';
import { useDeep } from '../session';
import { PersonSelect } from './PersonSelect';

/** One person, what they want, and the card for a conversation with them. */
export function Coaching(): JSX.Element | null {
  const { state, post } = useDeep();
  const { coaching } = state;
  if (!coaching) return null;
  return (
    <>
      <PersonSelect id="coached" label={l10n.t('With whom?')} names={coaching.names} chosen={coaching.name} onChoose={(name) => post({ type: 'coach', name })} />
      <ChangedBeside field="coached" />
      <Questions />
      {coaching.name !== undefined && (
        <p class="cluster">
          <button type="button" class="button secondary" onClick={() => post({ type: 'deepen', place: 'card' })}>
            {l10n.t('Open the card for the conversation')}
          </button>
        </p>
      )}
    </>
  );
}
