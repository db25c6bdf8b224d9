import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markWords } from '../../core/incident/words';
import { MARKS } from '../../core/journal/values';
import { ChangedBeside } from './ChangedTwice';
import { useSession } from './session';
import { TextBox } from './TextBox';
import { LinkButton } from '../shared/LinkButton';

/** One person who would have been missed, what they did, and what it made possible. Names, never counts. */
export function MissedPerson(): JSX.Element {
  const { state, post, typing } = useSession();
  const { names, name, other } = state.person;
  const choose = (each: string): void => {
    setElsewhere(false);
    post({ type: 'person', name: each });
  };
  const [elsewhere, setElsewhere] = useState(other);
  const typesName = elsewhere || names.length === 0;
  return (
    <fieldset class="rating">
      <legend>{l10n.t('Who did something that you would miss, had they been away?')}</legend>
      {names.length > 0 && <Names elsewhere={elsewhere} onChoose={choose} onElsewhere={() => setElsewhere(true)} />}
      <Machines onChoose={choose} />
      {typesName && (
        <div class="field narrow">
          <label for="person-name">{l10n.t('Their name')}</label>
          <TextBox field="person.name" id="person-name" line />
        </div>
      )}
      <ChangedBeside field="person" />
      {(name !== undefined || typing.shown('person.name') !== '') && <WhatTheyDid />}
    </fieldset>
  );
}

interface NamesProps {
  readonly elsewhere: boolean;
  readonly onChoose: (name: string) => void;
  readonly onElsewhere: () => void;
}

/** Whom the evidence names, and somebody else. */
function Names({ elsewhere, onChoose, onElsewhere }: NamesProps): JSX.Element {
  const { names, name } = useSession().state.person;
  return (
    <div class="inline-choices">
      {names.map((each) => (
        <label class="choice" key={each}>
          <input type="radio" name="person" checked={!elsewhere && each === name} onChange={() => onChoose(each)} /> {each}
        </label>
      ))}
      <label class="choice">
        <input type="radio" name="person" checked={elsewhere} onChange={onElsewhere} /> {l10n.t('Someone else')}
      </label>
    </div>
  );
}

/** Who was left out as a machine, by name or address. Patterns err: naming one puts it back among the people. */
function Machines({ onChoose }: { readonly onChoose: (name: string) => void }): JSX.Element | null {
  const { machines } = useSession().state.person;
  if (machines.length === 0) return null;
  return (
    <p class="help cluster">
      {l10n.t('Left out as machines:')}
      {machines.map((name) => (
        <LinkButton key={name} aria-label={l10n.t('Put back: {0}', name)} onClick={() => onChoose(name)}>
          {name}
        </LinkButton>
      ))}
    </p>
  );
}

function WhatTheyDid(): JSX.Element {
  const { state, post } = useSession();
  const { marks, remind } = state.person;
  const words = markWords();
  return (
    <>
      <fieldset class="field">
        <legend>{l10n.t('What did they do?')}</legend>
        <div class="inline-choices">
          {MARKS.map((mark) => (
            <label class="choice" key={mark}>
              <input type="checkbox" checked={marks.includes(mark)} onChange={({ currentTarget }) => post({ type: 'mark', mark, on: currentTarget.checked })} />{' '}
              {words[mark]}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for="made">{l10n.t('What did it make possible?')}</label>
        <TextBox field="person.note" id="made" />
      </div>
      <label class="choice">
        <input type="checkbox" checked={remind} onChange={({ currentTarget }) => post({ type: 'remind', on: currentTarget.checked })} />{' '}
        {l10n.t('Remind me to tell them')}
      </label>
    </>
  );
}
