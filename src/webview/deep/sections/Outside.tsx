import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { BehaviourSelect } from '../../reflection/BehaviourSelect';
import { TextBox } from '../../reflection/TextBox';
import { Questions } from '../Questions';
import { useDeep } from '../session';
import { PersonSelect } from './PersonSelect';

/** Two lines to one person, and the answer beside the lead's own rating. The lead does the sending. */
export function Outside(): JSX.Element | null {
  const { state, post } = useDeep();
  const { outside } = state;
  if (!outside) return null;
  const { views, whom, names, about, behaviours, request } = outside;
  return (
    <>
      {views.map(({ field, label, asked, own }) => (
        <div class="field" key={field}>
          <label for={field}>{label}</label>
          <p class="help">{asked}</p>
          <TextBox field={field} id={field} rows={3} />
          {own !== '' && <p class="quote">{own}</p>}
        </div>
      ))}
      <Questions />
      <fieldset class="rows">
        <legend class="visually-hidden">{l10n.t('A request')}</legend>
        <div class="pair">
          <PersonSelect id="whom" label={l10n.t('Whom do you ask?')} names={names} chosen={whom} onChoose={(name) => post({ type: 'askWhom', name })} />
          <BehaviourSelect id="about" label={l10n.t('About which behaviour?')} rows={behaviours} chosen={about} onChoose={(behaviour) => post({ type: 'askAbout', behaviour: behaviour ?? null })} />
        </div>
        {request !== '' && (
          <>
            <blockquote class="quote" id="request">
              {request}
            </blockquote>
            <p class="cluster">
              <button type="button" class="button secondary" aria-describedby="request" onClick={() => post({ type: 'request', by: 'copy' })}>
                {l10n.t('Copy the request')}
              </button>
              <button type="button" class="button secondary" aria-describedby="request" onClick={() => post({ type: 'request', by: 'mail' })}>
                {l10n.t('Open it in my mail program')}
              </button>
            </p>
            <p class="help">{l10n.t('Nothing is sent from here. Then there is a place for their answer.')}</p>
          </>
        )}
      </fieldset>
    </>
  );
}
