import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import table from '@vscode/codicons/src/icons/table.svg';
import { Svg } from '../shared/Svg';

interface SwitchProps {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Turns a chart into a table, and back. */
export function TableSwitch({ on, turn }: SwitchProps): JSX.Element {
  const words = l10n.t('Show as table');
  return (
    <button type="button" class="icon-button" aria-label={words} title={words} aria-pressed={on} onClick={() => turn(!on)}>
      <Svg svg={table} />
    </button>
  );
}
