import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { ledgerWords } from '../../../core/incident/words';
import { LEDGER } from '../../../core/journal/values';
import { planWords } from '../../../core/plan/words';
import { Radios } from '../Radios';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { TextBox } from '../TextBox';

/** What became of the last plan. */
export function LastPlan(): JSX.Element | null {
  const { state, post } = useSession();
  const { lastPlan } = state;
  if (!lastPlan) return null;
  const words = ledgerWords();
  return (
    <Screen
      title={l10n.t('Did the moment for your last plan come?')}
      lead={l10n.t('You made it on {0}, after {1}.', lastPlan.made, lastPlan.after)}
    >
      <blockquote class="quote">{planWords(lastPlan)}</blockquote>
      <Radios
        name="ledger"
        legend={l10n.t('Did its moment come?')}
        quietLegend
        values={LEDGER.map((did) => [did, words[did]] as const)}
        chosen={lastPlan.did}
        onChoose={(value) => post({ type: 'choose', field: 'ledger', value })}
      />
      {lastPlan.did && (
        <div class="field">
          <label for="why">{l10n.t('What made the difference?')}</label>
          <TextBox field="ledger.why" id="why" nudge />
        </div>
      )}
    </Screen>
  );
}
