import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import check from '@vscode/codicons/src/icons/check.svg';
import { Svg } from '../shared/Svg';
import { useDeep } from './session';

/** All sections, with about how long each takes. */
export function SectionList(): JSX.Element {
  const { state, post } = useDeep();
  return (
    <ol class="section-list">
      {state.sections.map(({ id, title, minutes, done, skipped }) => (
        <li key={id}>
          <button type="button" onClick={() => post({ type: 'deepen', place: id })}>
            <b aria-hidden="true">{id}</b>
            <span class="title">{title}</span>
            <span class="small">
              {done ? (
                <>
                  <Svg svg={check} /> {l10n.t('Answered')}
                </>
              ) : skipped ? (
                l10n.t('Skipped, {0}', minutes)
              ) : (
                minutes
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
