import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fromLocalFields, localFields } from '../../core/incident/times';
import { Labelled } from './Labelled';
import { useSession } from './session';
import { LinkButton } from '../shared/LinkButton';

/** Adds something to the timeline that no source knows: a call, a page, a word in the corridor. */
export function AddMoment(): JSX.Element {
  const [open, setOpen] = useState(false);
  if (open) return <MomentForm onDone={() => setOpen(false)} />;
  return (
    <p>
      <LinkButton onClick={() => setOpen(true)}>
        {l10n.t('Add a moment by hand')}
      </LinkButton>
    </p>
  );
}

function MomentForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { state, post } = useSession();
  const { zone } = state.locale;
  const [at, setAt] = useState(localFields(state.facts.start, zone));
  const [title, setTitle] = useState('');
  const time = fromLocalFields(at, zone);
  const add = (): void => {
    if (time === undefined || title.trim() === '') return;
    post({ type: 'addMoment', at: time, title });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset class="field">
      <legend>{l10n.t('A moment that is not in git')}</legend>
      <div class="pair">
        <Labelled id="moment-at" label={l10n.t('When')}>
          <input id="moment-at" type="datetime-local" value={at} onInput={({ currentTarget }) => setAt(currentTarget.value)} />
        </Labelled>
        <Labelled id="moment-title" label={l10n.t('What happened')}>
          <FirstField id="moment-title" value={title} onInput={setTitle} onKeyDown={onKeyDown} />
        </Labelled>
      </div>
      <p class="cluster">
        <button type="button" class="button secondary" onClick={add}>
          {l10n.t('Add')}
        </button>
        <LinkButton onClick={onDone}>
          {l10n.t('Cancel')}
        </LinkButton>
      </p>
    </fieldset>
  );
}

interface FirstFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The field to type in first: focus is there when the form opens. */
function FirstField({ id, value, onInput, onKeyDown }: FirstFieldProps): JSX.Element {
  const element = useRef<HTMLInputElement>(null);
  useEffect(() => element.current?.focus(), []);
  return <input id={id} type="text" maxLength={200} ref={element} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} onKeyDown={onKeyDown} />;
}
