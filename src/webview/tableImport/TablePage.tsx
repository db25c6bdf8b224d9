import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TableMessage } from '../../core/protocol';
import type { TableState } from '../../core/tableImport/tableState';
import { ChoosingPage } from '../shared/ChoosingPage';
import { Columns } from './Columns';
import { Rows } from './Rows';
import { Times } from './Times';

export interface TableProps {
  readonly state: TableState;
  readonly post: (message: TableMessage) => void;
}

/** What each column became, beside the incidents that come of it. Nothing is imported before the button below is pressed. */
export function TablePage({ state, post }: TableProps): JSX.Element {
  const choices = (
    <>
      <Columns state={state} post={post} />
      <Times state={state} post={post} />
    </>
  );
  return (
    <ChoosingPage
      title={state.title}
      lead={l10n.t('Look at what the file would become, and change what is wrong. Nothing is imported yet.')}
      choices={choices}
      outcome={<Rows state={state} post={post} />}
      buttons={<Buttons state={state} post={post} />}
      problem={state.problem}
    />
  );
}

function Buttons({ state: { revision, count }, post }: TableProps): JSX.Element {
  const words = count === 1 ? l10n.t('Import 1 incident') : l10n.t('Import {0} incidents', count);
  return (
    <>
      <button type="button" class="button" aria-disabled={count === 0} onClick={() => post({ type: 'import', revision })}>
        {count === 0 ? l10n.t('Nothing to import') : words}
      </button>
      <button type="button" class="button secondary" onClick={() => post({ type: 'cancel' })}>
        {l10n.t('Cancel')}
      </button>
    </>
  );
}
