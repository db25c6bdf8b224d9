import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useDeep } from './session';

/** Why the questions of a section are asked, each with the finding behind it, for who wants to know. */
export function Why(): JSX.Element | null {
  const { why } = useDeep().state;
  if (why.length === 0) return null;
  return (
    <details class="small">
      <summary>{l10n.t('Why this is asked')}</summary>
      <ul class="rows why">
        {why.map(({ words, source }) => (
          <li key={words}>
            {words} <span class="quiet">({source})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
