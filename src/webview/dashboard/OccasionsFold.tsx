import type { JSX } from 'preact';
import chevron from '@vscode/codicons/src/icons/chevron-down.svg';
import { Svg } from '../shared/Svg';
import type { Shown } from './shown';
import type { DashboardHost } from './view';

interface FoldProps {
  readonly behaviour: Shown;
  readonly isOpen: boolean;
  readonly host: DashboardHost;
}

/** A behaviour's name: opens its occasions, and closes them. One behaviour's at a time; the editor posts them when they are asked for. */
export function OccasionsFold({ behaviour: { id, name }, isOpen, host }: FoldProps): JSX.Element {
  return (
    <button type="button" class="fold" aria-expanded={isOpen} onClick={() => host.post({ type: 'occasions', behaviour: isOpen ? null : id, from: 0 })}>
      <Svg svg={chevron} />
      {name}
    </button>
  );
}
