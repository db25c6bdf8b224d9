import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly family: string;
}

interface BehaviourSelectProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly chosen: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly onChoose: (behaviour: string | undefined) => void;
}

/** One of the twelve behaviours, by family. */
export function BehaviourSelect({ id, label, rows, chosen, describedBy, invalid, onChoose }: BehaviourSelectProps): JSX.Element {
  const families = [...new Set(rows.map(({ family }) => family))];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? ''}
        aria-describedby={describedBy}
        aria-invalid={invalid ? 'true' : undefined}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
      >
        <option value="">{l10n.t('Choose one')}</option>
        {families.map((family) => (
          <optgroup key={family} label={family}>
            {rows.filter((row) => row.family === family).map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
