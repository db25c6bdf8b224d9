import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';

interface PersonSelectProps {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string | null) => void;
}

/** One person, of those whom the evidence or the journal names. */
export function PersonSelect({ id, label, names, chosen, onChoose }: PersonSelectProps): JSX.Element {
  return (
    <div class="field narrow">
      <label for={id}>{label}</label>
      <select id={id} value={chosen ?? ''} onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}>
        <option value="">{l10n.t('Choose one')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {names.length === 0 && <p class="help">{l10n.t('Nobody is named yet. Name them in section B.')}</p>}
    </div>
  );
}
