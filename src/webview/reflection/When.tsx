import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fromLocalFields, localFields } from '../../core/incident/times';
import { windowProblem } from '../../core/incident/window';
import { sentAfter } from '../shared/sent';
import { Labelled } from './Labelled';
import { useSession } from './session';

interface Fields {
  readonly start: string;
  readonly end: string;
}

interface TypedWindow {
  /** As it stands in the two fields. */
  readonly shown: Fields;
  /** Why it cannot be. */
  readonly problem: string | undefined;
  /** It was changed, and is not stored. */
  readonly isTyped: boolean;
  readonly change: (part: Partial<Fields>) => void;
}

/** What is typed into the two fields. It is sent once it can be, and forgotten once it is stored. */
function useTypedWindow(): TypedWindow {
  const { state, post } = useSession();
  const { zone } = state.locale;
  const { start, end } = state.facts;
  const [fields, setFields] = useState<Fields>();
  const sent = useRef<readonly string[]>([]);
  useEffect(() => {
    sent.current = sentAfter(start + end, sent.current);
    if (!sent.current[0]) setFields(undefined);
  }, [start, end]);
  const stored: Fields = { start: localFields(start, zone), end: end === undefined ? '' : localFields(end, zone) };
  const shown = fields ?? stored;
  const problem = windowProblem(fromLocalFields(shown.start, zone), fromLocalFields(shown.end, zone), Date.now());
  const change = (part: Partial<Fields>): void => {
    const now = { ...shown, ...part };
    setFields(now);
    // The field that was not touched keeps its seconds, and its place in the hour that comes twice.
    const time = (id: keyof Fields): string | undefined => (now[id] === stored[id] ? state.facts[id] : fromLocalFields(now[id], zone));
    const [from, to] = [time('start'), time('end')];
    if (from !== undefined && to !== undefined && windowProblem(from, to, Date.now()) === undefined) {
      sent.current = [...sent.current, from + to];
      post({ type: 'window', start: from, end: to });
    }
  };
  return { shown, problem, isTyped: fields !== undefined, change };
}

/** From and to, shown and picked in the lead's zone, sent in UTC. A window that cannot be is not sent: the sentence says why. */
export function When(): JSX.Element {
  const { post, state } = useSession();
  const { facts, locale } = state;
  const onlyDay = facts.spots?.some((spot) => spot.onlyDay) === true;
  const { shown, problem, isTyped, change } = useTypedWindow();
  const input = (id: keyof Fields): JSX.Element => (
    <input
      id={id}
      type="datetime-local"
      value={shown[id]}
      aria-describedby={problem ? 'when-problem when-why' : 'when-why'}
      aria-invalid={problem ? 'true' : undefined}
      onInput={(event) => change({ [id]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset class="field">
      <legend>{l10n.t('When')}</legend>
      <div class="pair">
        <Labelled id="start" label={l10n.t('From')}>
          {input('start')}
        </Labelled>
        <Labelled id="end" label={l10n.t('To')}>
          {input('end')}
        </Labelled>
      </div>
      <p class="turned" id="when-problem" role="status" hidden={!problem}>
        {problem && isTyped ? l10n.t('{0} Until then the old times stay.', problem) : problem}
      </p>
      <p class="help" id="when-why">
        {facts.why} {onlyDay && l10n.t('Only the day is known, so the time is noon in UTC.')} {l10n.t('Times are in {0}.', locale.zone)}
      </p>
      {facts.spots && (
        <p class="help cluster">
          {facts.spots.map(({ of, document, line, words }) => (
            <button key={of} type="button" class="link" onClick={() => post({ type: 'openLine', document, line })}>
              {words}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}
