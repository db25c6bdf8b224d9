import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Period } from '../../core/growth/period';
import type { Scope, ScopeState } from '../../core/growth/scope';
import { kindWords } from '../../core/incident/words';
import { KINDS } from '../../core/journal/values';
import { useView, type DashboardHost } from './view';

interface ScopeRowProps {
  readonly scope: ScopeState;
  readonly host: DashboardHost;
}

/** Which incidents the sections below show: real, drill or shadow, one at a time, never together; and of which period. Exposure has every kind, each in a column. */
export function ScopeRow({ scope, host }: ScopeRowProps): JSX.Element {
  const [{ scope: last = scope }, change] = useView(); // what was chosen last, though the editor may still be at work on it: the next choice adds to that
  const { kind, period } = last;
  const { periods, reflections } = scope;
  const words = kindWords();
  const choose = (chosen: Partial<Scope>): void => {
    const next = { kind, period, ...chosen };
    change({ scope: next });
    host.post({ type: 'scope', ...next });
  };
  return (
    <div class="scope-row" role="group" aria-label={l10n.t('Which incidents')}>
      <fieldset class="scope">
        <legend class="visually-hidden">{l10n.t('Kind')}</legend>
        {KINDS.map((each) => (
          <label key={each}>
            <input type="radio" name="scope" checked={each === kind} onChange={() => choose({ kind: each })} />
            <span>{l10n.t('{0} {1}', words[each], reflections[each])}</span>
          </label>
        ))}
      </fieldset>
      <select aria-label={l10n.t('Period')} value={period} onChange={({ currentTarget }) => choose({ period: currentTarget.value as Period })}>
        {periods.map((each) => (
          <option key={each.id} value={each.id}>
            {each.words}
          </option>
        ))}
      </select>
    </div>
  );
}
