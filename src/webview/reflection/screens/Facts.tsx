import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { kindWords, outcomeWords, roleWords, severityWords } from '../../../core/incident/words';
import type { Severity } from '../../../core/journal/schema';
import { KINDS, OUTCOMES, ROLES, SEVERITIES } from '../../../core/journal/values';
import { Radios } from '../Radios';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { TextBox } from '../TextBox';
import { When } from '../When';

/** When it was, what I did, what it was, how it ended, how severe, and what could have been lost. */
export function Facts(): JSX.Element {
  const { state, post } = useSession();
  const { facts } = state;
  const [roles, kinds, outcomes] = [roleWords(), kindWords(), outcomeWords()];
  const shadow = (
    <>
      {kinds.shadow} <span class="quiet">{l10n.t('(I watched someone lead)')}</span>
    </>
  );
  return (
    <Screen title={l10n.t('Are these facts right?')} lead={facts.lead}>
      <When />
      {facts.kind !== 'shadow' && (
        <Radios
          name="role"
          legend={l10n.t('What I mostly did')}
          inline
          values={ROLES.map((role) => [role, roles[role]] as const)}
          chosen={facts.role}
          onChoose={(value) => post({ type: 'choose', field: 'role', value })}
        />
      )}
      <Radios
        name="kind"
        legend={l10n.t('What it was')}
        inline
        values={KINDS.map((kind) => [kind, kind === 'shadow' ? shadow : kinds[kind]] as const)}
        chosen={facts.kind}
        onChoose={(value) => post({ type: 'choose', field: 'kind', value })}
      />
      <Radios
        name="outcome"
        legend={l10n.t('How it ended')}
        inline
        values={OUTCOMES.map((outcome) => [outcome, outcomes[outcome]] as const)}
        chosen={facts.outcome}
        onChoose={(value) => post({ type: 'choose', field: 'outcome', value })}
      />
      <SeveritySelect />
      <div class="field">
        <label for="stakes">{l10n.t('What could have been lost?')}</label>
        <TextBox field="stakes" id="stakes" describedBy="stakes-help" />
        <p class="help" id="stakes-help">
          {l10n.t('Money, data, trust, someone’s night. One line is enough.')}
        </p>
      </div>
    </Screen>
  );
}

function SeveritySelect(): JSX.Element {
  const { state, post } = useSession();
  const words = severityWords();
  const choose = (value: string): void =>
    post({ type: 'choose', field: 'severity', value: SEVERITIES.find((each) => each === value) ?? null } satisfies { type: 'choose'; field: 'severity'; value: Severity | null });
  return (
    <div class="field narrow">
      <label for="severity">{l10n.t('Severity')}</label>
      <select id="severity" value={state.facts.severity ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{l10n.t('Not said')}</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {words[severity]}
          </option>
        ))}
      </select>
    </div>
  );
}
