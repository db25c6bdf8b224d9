import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { MemberState } from '../../../core/deep/deepState';
import type { MemberAct } from '../../../core/deep/places';
import { markWords } from '../../../core/incident/words';
import { MARKS } from '../../../core/journal/values';
import { TextBox } from '../../reflection/TextBox';
import { Questions } from '../Questions';
import { useDeep } from '../session';
import { GuessFirst } from './GuessFirst';

/** Each person of the window with what they did, and whom the evidence does not know by name. Names, never counts. */
export function Members(): JSX.Element | null {
  const { team } = useDeep().state;
  if (!team) return null;
  return (
    <>
      {team.closed && <GuessFirst />}
      {team.members.map((member) => (
        <Member key={member.name} member={member} />
      ))}
      <AddSomebody known={team.known} />
      {team.notThanked.length > 0 && (
        <p role="status">
          <strong>{l10n.t('Whom have you not thanked?')}</strong> {team.notThanked.join(', ')}
        </p>
      )}
      <Questions />
    </>
  );
}

function Member({ member }: { readonly member: MemberState }): JSX.Element {
  const { name, note } = member;
  const marks = markWords();
  return (
    <fieldset class="rating member">
      <legend>{name}</legend>
      <div class="inline-choices">
        {MARKS.map((mark) => (
          <Tick key={mark} name={name} does={mark} on={member.marks.includes(mark)} words={marks[mark]} />
        ))}
      </div>
      <div class="inline-choices">
        <Tick name={name} does="again" on={member.again} words={l10n.t('I used them again and again')} />
        <Tick name={name} does="heldBack" on={member.heldBack} words={l10n.t('I kept them from something they could do')} />
      </div>
      {note !== undefined && (
        <>
          <div class="field">
            <label for={note}>{l10n.t('What did it make possible?')}</label>
            <TextBox field={note} id={note} nudge />
          </div>
          <div class="inline-choices">
            <Tick name={name} does="thanked" on={member.thanked} words={l10n.t('I thanked them')} />
            {!member.thanked && <Tick name={name} does="remind" on={member.remind} words={l10n.t('Remind me to tell them')} />}
          </div>
        </>
      )}
    </fieldset>
  );
}

interface TickProps {
  readonly name: string;
  readonly does: MemberAct;
  readonly on: boolean;
  readonly words: string;
}

function Tick({ name, does, on, words }: TickProps): JSX.Element {
  const { post } = useDeep();
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => post({ type: 'member', name, does, on: currentTarget.checked })} /> <span>{words}</span>
    </label>
  );
}

/** Somebody who left no commit, by name or alias. Enter adds them and goes on with the next. */
function AddSomebody({ known }: { readonly known: readonly string[] }): JSX.Element {
  const { post } = useDeep();
  const input = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const name = input.current?.value.trim() ?? '';
    if (!input.current || name === '' || name.length > 200) return;
    post({ type: 'member', name, does: 'named', on: true });
    input.current.value = '';
    input.current.focus();
  };
  return (
    <div class="field narrow">
      <label for="somebody">{l10n.t('Somebody without a commit, by name or alias')}</label>
      <div class="add">
        <input
          ref={input}
          id="somebody"
          type="text"
          list="known"
          autocomplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="button secondary" onClick={add}>
          {l10n.t('Add')}
        </button>
      </div>
      <datalist id="known">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
