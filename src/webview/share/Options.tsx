import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ShareProps } from './SharePage';

/** In which form it leaves, and which parts of it. */
export function Options({ state: { form, forms, whole, sections }, post }: ShareProps): JSX.Element {
  return (
    <>
      <fieldset class="field">
        <legend>{l10n.t('Form')}</legend>
        <div>
          {forms.map(([id, words]) => (
            <label key={id} class="choice">
              <input type="radio" name="form" checked={id === form} onChange={() => post({ type: 'form', form: id })} />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      {whole !== undefined && (
        <label class="choice">
          <input type="checkbox" checked={whole} onChange={({ currentTarget }) => post({ type: 'whole', on: currentTarget.checked })} />
          {l10n.t('Everything as it is, so that it can be imported')}
        </label>
      )}
      {sections.length > 0 && (
        <fieldset class="field">
          <legend>{l10n.t('Parts')}</legend>
          <div class="switches">
            {sections.map(({ id, words, on }) => (
              <label key={id} class="choice">
                <input type="checkbox" checked={on} onChange={({ currentTarget }) => post({ type: 'section', section: id, on: currentTarget.checked })} />
                {words}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
