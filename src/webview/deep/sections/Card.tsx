import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { TextBox } from '../../reflection/TextBox';
import { useDeep } from '../session';
import { LinkButton } from '../../shared/LinkButton';

/** A page to hold in the conversation: four questions in their order, with room for what they said. */
export function Card(): JSX.Element | null {
  const { state, post } = useDeep();
  const { coaching } = state;
  if (!coaching) return null;
  const { name, want, choice, talk } = coaching;
  return (
    <div class="rows card">
      {name === undefined && <p>{l10n.t('Nobody is chosen yet.')}</p>}
      {want !== '' && (
        <div class="field">
          <h2>{l10n.t('What they want, in their words')}</h2>
          <blockquote class="quote">{want}</blockquote>
        </div>
      )}
      {choice !== '' && (
        <div class="field">
          <h2>{l10n.t('The choice that stays open')}</h2>
          <blockquote class="quote">{choice}</blockquote>
        </div>
      )}
      {talk.map(({ part, title, ask, field }) => (
        <section class="field" key={part} aria-labelledby={`talk-${part}`}>
          <h2 id={`talk-${part}`}>{title}</h2>
          <p id={`ask-${part}`}>{ask}</p>
          <label class="help" for={field}>
            {l10n.t('{0}: what they said', title)}
          </label>
          <TextBox field={field} id={field} describedBy={`ask-${part}`} rows={3} />
        </section>
      ))}
      <p class="cluster">
        <LinkButton onClick={() => post({ type: 'shareCard' })}>
          {l10n.t('For paper, through Share…')}
        </LinkButton>
      </p>
    </div>
  );
}
