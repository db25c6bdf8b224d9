import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { FieldChoice } from '../../core/tableImport/tableState';
import type { TableSource } from '../../core/tableImport/sourceNames';
import type { TableProps } from './TablePage';

/** Which column became what, with the first words that stand in it. */
export function Columns({ state: { fields, columns, unused, source, sources }, post }: TableProps): JSX.Element {
  return (
    <fieldset class="field">
      <legend>{l10n.t('Columns')}</legend>
      <ul class="columns">
        <li>
          <label for="source">{l10n.t('From')}</label>
          <select id="source" value={source} onChange={({ currentTarget }) => post({ type: 'source', source: currentTarget.value as TableSource })}>
            {sources.map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </li>
        {fields.map((field) => (
          <li key={field.field}>
            <Column field={field} columns={columns} choose={(column) => post({ type: 'column', field: field.field, column })} />
          </li>
        ))}
      </ul>
      {unused.length > 0 && (
        <details>
          <summary>{unused.length === 1 ? l10n.t('1 column is not used') : l10n.t('{0} columns are not used', unused.length)}</summary>
          <p>{unused.join(', ')}</p>
        </details>
      )}
    </fieldset>
  );
}

interface ColumnProps {
  readonly field: FieldChoice;
  readonly columns: readonly string[];
  readonly choose: (column: number | null) => void;
}

function Column({ field: { field, words, column, sample }, columns, choose }: ColumnProps): JSX.Element {
  const isMissing = column === undefined && (field === 'title' || field === 'start' || field === 'end');
  return (
    <>
      <label for={`field-${field}`}>{words}</label>
      <select
        id={`field-${field}`}
        value={column === undefined ? '' : String(column)}
        aria-describedby={`sample-${field}`}
        aria-invalid={isMissing}
        onChange={({ currentTarget: { value } }) => choose(value === '' ? null : Number(value))}
      >
        <option value="">{l10n.t('No column')}</option>
        {columns.map((name, at) => (
          <option key={at} value={String(at)}>
            {name === '' ? l10n.t('Column {0}', at + 1) : name}
          </option>
        ))}
      </select>
      <p id={`sample-${field}`} class="help">
        {isMissing ? l10n.t('Needed: choose a column.') : sample === '' ? '' : l10n.t('like “{0}”', sample)}
      </p>
    </>
  );
}
