import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { kindWords, outcomeWords, roleWords, severityWords } from '../../../core/incident/words';
import type { Kind, Outcome, Role, Severity } from '../../../core/journal/schema';
import { KINDS, OUTCOMES, ROLES, SEVERITIES } from '../../../core/journal/values';
import type { ReflectionMessage } from '../../../core/protocol';
import { ChangedBeside } from '../ChangedTwice';
import { Radios } from '../Radios';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { TextBox } from '../TextBox';
import { When } from '../When';

/** When it was, what I did, what it was, how it ended, how severe, and what could have been lost. */
export function Facts(): JSX.Element {
  const { facts } = useSession().state;
  return (
    <Screen title={l10n.t('Are these facts right?')} lead={facts.lead}>
      <When />
      <ChangedBeside field="start" />
      <ChangedBeside field="end" />
      {facts.kind !== 'shadow' && <Fact field="role" legend={l10n.t('What I mostly did')} values={ROLES} words={roleWords()} />}
      <Fact field="kind" legend={l10n.t('What it was')} values={KINDS} words={kindsInFull()} />
      <Fact field="outcome" legend={l10n.t('How it ended')} values={OUTCOMES} words={outcomeWords()} />
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

interface FactValues {
  readonly role: Role;
  readonly kind: Kind;
  readonly outcome: Outcome;
}

interface FactProps<Field extends keyof FactValues> {
  readonly field: Field;
  readonly legend: string;
  readonly values: readonly FactValues[Field][];
  readonly words: Readonly<Record<FactValues[Field], ComponentChildren>>;
}

/** One fact, with a few words to choose from. */
function Fact<Field extends keyof FactValues>({ field, legend, values, words }: FactProps<Field>): JSX.Element {
  const { state, post } = useSession();
  const facts: Readonly<Partial<FactValues>> = state.facts;
  return (
    <>
      <Radios<FactValues[Field]>
        name={field}
        legend={legend}
        inline
        values={values.map((value) => [value, words[value]] as const)}
        chosen={facts[field]}
        onChoose={(value) => post({ type: 'choose', field, value } as ReflectionMessage)}
      />
      <ChangedBeside field={field} />
    </>
  );
}

/** Shadow is a word that not everybody uses so. */
function kindsInFull(): Record<Kind, ComponentChildren> {
  const words = kindWords();
  const shadow = (
    <>
      {words.shadow} <span class="quiet">{l10n.t('(I watched someone lead)')}</span>
    </>
  );
  return { ...words, shadow };
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
      <ChangedBeside field="severity" />
    </div>
  );
}
