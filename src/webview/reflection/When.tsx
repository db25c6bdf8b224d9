import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fromLocalFields, localFields } from '../../core/incident/times';
import { windowProblem } from '../../core/incident/window';
import { useSession } from './session';

interface Fields {
  readonly start: string;
  readonly end: string;
}

/** From and to, shown and picked in the lead's zone, sent in UTC. A window that cannot be is not sent: the sentence says why. */
export function When(): JSX.Element {
  const { state, post } = useSession();
  const { zone } = state.locale;
  const { start, end } = state.facts;
  const [fields, setFields] = useState<Fields>();
  useEffect(() => setFields(undefined), [start, end]);
  const stored: Fields = { start: localFields(start, zone), end: end === undefined ? '' : localFields(end, zone) };
  const shown = fields ?? stored;
  const problem = windowProblem(fromLocalFields(shown.start, zone), fromLocalFields(shown.end, zone), Date.now());
  const change = (part: Partial<Fields>): void => {
    const now = { ...shown, ...part };
    setFields(now);
    // The field that was not touched keeps its seconds, and its place in the hour that comes twice.
    const time = (id: keyof Fields): string | undefined => (now[id] === stored[id] ? state.facts[id] : fromLocalFields(now[id], zone));
    const [from, to] = [time('start'), time('end')];
    if (from !== undefined && to !== undefined && windowProblem(from, to, Date.now()) === undefined) post({ type: 'window', start: from, end: to });
  };
  const field = (id: keyof Fields, label: string): JSX.Element => (
    <div class="field">
      <label class="help" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={shown[id]}
        aria-describedby={problem ? 'when-problem when-why' : 'when-why'}
        aria-invalid={problem ? 'true' : undefined}
        onInput={(event) => change({ [id]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <fieldset class="field">
      <legend>{l10n.t('When')}</legend>
      <div class="pair">
        {field('start', l10n.t('From'))}
        {field('end', l10n.t('To'))}
      </div>
      <p class="turned" id="when-problem" role="status" hidden={!problem}>
        {problem && fields ? l10n.t('{0} Until then the old times stay.', problem) : problem}
      </p>
      <p class="help" id="when-why">
        {state.facts.why} {l10n.t('Times are in {0}.', zone)}
      </p>
    </fieldset>
  );
}
