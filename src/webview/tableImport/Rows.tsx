import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TableState } from '../../core/tableImport/tableState';
import type { TableProps } from './TablePage';

/** The incidents as they would be, and the rows that become none. */
export function Rows({ state: { counts, rows, count, left, moreLeft, alike }, post }: TableProps): JSX.Element {
  return (
    <section class="becomes" aria-labelledby="becomes" tabIndex={0}>
      <h2 id="becomes">{l10n.t('What it becomes')}</h2>
      <div class="help" aria-live="polite">
        {counts.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {rows.length > 0 && <Incidents rows={rows} more={count - rows.length} />}
      {alike && (
        <>
          <h3 id="alike">{l10n.t('In your journal already, by the looks of it')}</h3>
          <Lines of="alike" rows={alike.rows} more={alike.count - alike.rows.length} />
          <label class="choice">
            <input type="checkbox" checked={alike.on} onChange={({ currentTarget }) => post({ type: 'alike', on: currentTarget.checked })} />
            {l10n.t('They are other incidents: import them, too')}
          </label>
        </>
      )}
      {left.length > 0 && (
        <>
          <h3 id="left">{l10n.t('Left out')}</h3>
          <Lines of="left" rows={left} more={moreLeft} />
        </>
      )}
    </section>
  );
}

/** Rows by their lines, each with a sentence. @param of the id of their heading */
function Lines({ of, rows, more }: { readonly of: string; readonly rows: TableState['left']; readonly more: number }): JSX.Element {
  return (
    <>
      <ol class="left" aria-labelledby={of}>
        {rows.map(({ line, reason }) => (
          <li key={line}>
            <b>{l10n.t('Line {0}', line)}</b> <span>{reason}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p class="help">{l10n.t('And {0} more rows.', more)}</p>}
    </>
  );
}

/** Where the page is narrow the rows are stacked, for which a browser forgets that it is a table: hence the roles. */
function Incidents({ rows, more }: { readonly rows: TableState['rows']; readonly more: number }): JSX.Element {
  return (
    <table role="table">
      <caption class="visually-hidden">{l10n.t('The first incidents, as they would be')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="n">
            {l10n.t('Line')}
          </th>
          <th role="columnheader" scope="col">{l10n.t('Incident')}</th>
          <th role="columnheader" scope="col">{l10n.t('When')}</th>
          <th role="columnheader" scope="col">{l10n.t('Severity')}</th>
          <th role="columnheader" scope="col">{l10n.t('Services')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ line, title, when, lasted, severity, services, kind, isDrill }) => (
          <tr key={line} role="row">
            <td role="cell" class="n" data-label={l10n.t('Line')}>
              {line}
            </td>
            <th role="rowheader" scope="row">
              {title} {isDrill && <span class="tag">{kind}</span>}
            </th>
            <td role="cell">
              {when} <span class="help">{lasted}</span>
            </td>
            <td role="cell">{severity}</td>
            <td role="cell">{services}</td>
          </tr>
        ))}
        {more > 0 && (
          <tr role="row">
            <td role="cell" colSpan={5} class="help">
              {l10n.t('And {0} more.', more)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
