import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TableMessage } from '../../core/protocol';
import type { TableState } from '../../core/tableImport/tableState';
import { useFocusToRead } from '../shared/focusToRead';
import { Columns } from './Columns';
import { Rows } from './Rows';
import { Times } from './Times';

export interface TableProps {
  readonly state: TableState;
  readonly post: (message: TableMessage) => void;
}

/** What each column became, beside the incidents that come of it. Nothing is imported before the button below is pressed. */
export function TablePage({ state, post }: TableProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusToRead(heading);
  return (
    <div class="page">
      <main class="import">
        <div class="choices">
          <header>
            <h1 tabIndex={-1} ref={heading}>
              {state.title}
            </h1>
            <p class="lead">{l10n.t('Look at what the file would become, and change what is wrong. Nothing is imported yet.')}</p>
          </header>
          <Columns state={state} post={post} />
          <Times state={state} post={post} />
        </div>
        <Rows state={state} post={post} />
      </main>
      <Importing state={state} post={post} />
    </div>
  );
}

function Importing({ state: { revision, count, problem }, post }: TableProps): JSX.Element {
  const words = count === 1 ? l10n.t('Import 1 incident') : l10n.t('Import {0} incidents', count);
  return (
    <footer class="actions">
      <div class="wide">
        <button type="button" class="button" aria-disabled={count === 0} onClick={() => post({ type: 'import', revision })}>
          {count === 0 ? l10n.t('Nothing to import') : words}
        </button>
        <button type="button" class="button secondary" onClick={() => post({ type: 'cancel' })}>
          {l10n.t('Cancel')}
        </button>
        {problem !== undefined && (
          <p role="alert" class="turned">
            {problem}
          </p>
        )}
      </div>
    </footer>
  );
}
