import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ListId } from '../../core/growth/lists';
import type { DashboardHost } from './view';

interface ShowAllProps {
  readonly list: ListId;
  readonly isWhole: boolean;
  /** What the button says while the list is short; empty where it is whole. */
  readonly words: string;
  readonly host: DashboardHost;
}

/** Shows all of a list, which the editor then sends, or the first of it again. Nothing where there is no more. */
export function ShowAll({ list, isWhole, words, host }: ShowAllProps): JSX.Element | null {
  if (words === '' && !isWhole) return null;
  return (
    <button type="button" class="link" aria-expanded={isWhole} onClick={() => host.post({ type: 'showAll', list, on: !isWhole })}>
      {isWhole ? l10n.t('Show fewer') : words}
    </button>
  );
}
