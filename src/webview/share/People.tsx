import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { SHOWN, type Shown } from '../../core/share/choice';
import type { ShareProps } from './SharePage';

/** So many people fit without a switch for all of them. */
const FEW = 2;

/** How each person leaves: under an alias, by name, not at all. */
export function People({ state: { people, shownWords }, post }: ShareProps): JSX.Element {
  const shownBy = (shown: Shown): boolean => people.every((person) => person.shown === shown);
  const choose = (person: string | null) => (shown: Shown) => post({ type: 'person', person, shown });
  return (
    <fieldset class="field">
      <legend>{l10n.t('People')}</legend>
      <ul class="people">
        {people.length > FEW && (
          <li>
            <Choice id="everybody" name={l10n.t('Everybody')} shown={SHOWN.find(shownBy)} words={shownWords} choose={choose(null)} />
          </li>
        )}
        {people.map(({ id, name, alias, shown }) => (
          <li key={id}>
            <Choice id={id} name={name} shown={shown} words={shownWords.map(([each, words]) => [each, each === 'alias' ? l10n.t('As {0}', alias) : words])} choose={choose(id)} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  /** Undefined where not all are shown in one way. */
  readonly shown: Shown | undefined;
  readonly words: readonly (readonly [Shown, string])[];
  readonly choose: (shown: Shown) => void;
}

function Choice({ id, name, shown, words, choose }: ChoiceProps): JSX.Element {
  return (
    <>
      <label for={`person-${id}`}>{name}</label>
      <select id={`person-${id}`} value={shown ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value as Shown)}>
        {shown === undefined && (
          <option value="" disabled>
            {l10n.t('Each as chosen')}
          </option>
        )}
        {words.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
