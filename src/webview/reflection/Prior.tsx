import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PriorChanges } from '../../core/evidence/entry';
import { momentWords } from '../../core/incident/times';
import { Place, titleOf } from './Moment';
import { useSession } from './session';

/** What was there before it began: last, folded, and without a claim. */
export function Prior({ undone, entries, more }: PriorChanges): JSX.Element {
  const { locale } = useSession().state;
  const count = entries.length + more;
  return (
    <details>
      <summary>{undone ? l10n.t('Landed before, undone in the window: {0}', count) : l10n.t('Landed in the day before: {0}', count)}</summary>
      <p class="quiet small">{l10n.t('When something landed does not say what it did.')}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key} class="cluster">
            <time class="quiet" dateTime={entry.at}>
              {momentWords(entry.at, locale, Date.now())}
            </time>
            <span>{titleOf(entry)}</span>
            <Place entry={entry} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet small">{l10n.t('{0} earlier ones are left out.', more)}</p>}
    </details>
  );
}
