import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DecisionState } from '../../../core/deep/deepState';
import { Question, Questions } from '../Questions';
import { useDeep } from '../session';
import { GuessFirst } from './GuessFirst';
import { LinkButton } from '../../shared/LinkButton';

/** Up to three moments, picked on the timeline, each with what was known by then and nothing else. */
export function Decisions(): JSX.Element | null {
  const { decisions } = useDeep().state;
  if (!decisions) return null;
  if (decisions.closed) return <GuessFirst />;
  return (
    <>
      <Picks />
      {decisions.points.map((point) => (
        <Decision key={point.key} point={point} />
      ))}
      <Questions />
    </>
  );
}

function Decision({ point: { key, title, known, earlier, questions } }: { readonly point: DecisionState }): JSX.Element {
  const { post } = useDeep();
  const more = earlier === 1 ? l10n.t('1 more came before these.') : l10n.t('{0} more came before these.', earlier);
  return (
    <section class="rows decision" aria-label={title}>
      <div class="cluster ends">
        <h2>{title}</h2>
        <LinkButton aria-label={l10n.t('Not a decision: {0}', title)} onClick={() => post({ type: 'decision', key, on: false })}>
          {l10n.t('Take it off')}
        </LinkButton>
      </div>
      <div class="known">
        <h3>{l10n.t('What was known by then')}</h3>
        {earlier > 0 && <p class="help">{more}</p>}
        <ol>
          {known.map((each) => (
            <li key={each.key}>
              <span class="quiet">{each.time}</span> {each.words}
              {each.believed !== undefined && <span class="quote">{each.believed}</span>}
            </li>
          ))}
        </ol>
      </div>
      {questions.map((asked) => (
        <Question key={asked.field} asked={asked} />
      ))}
    </section>
  );
}

/** Every moment of the timeline; the turning points first, and once enough are picked only those. They stand above what is asked about each: a tick moves nothing that is above it. */
function Picks(): JSX.Element {
  const { state, post } = useDeep();
  const [all, setAll] = useState(false);
  const { picks = [], full = false, reading = false } = state.decisions ?? {};
  const shown = all ? picks : picks.filter(({ first, picked }) => (full ? picked : first));
  return (
    <fieldset class="rows picks">
      <legend>{l10n.t('In which moments did you decide something?')}</legend>
      {reading && <p role="status">{l10n.t('Reading git…')}</p>}
      <div>
        {shown.map(({ key, time, title, picked }) => (
          <label class="choice" key={key}>
            <input type="checkbox" checked={picked} disabled={full && !picked} onChange={({ currentTarget }) => post({ type: 'decision', key, on: currentTarget.checked })} />
            <span class="quiet">{time}</span> <span>{title}</span>
          </label>
        ))}
      </div>
      {full && <p class="help">{l10n.t('Three are enough. Take one off to pick another.')}</p>}
      {shown.length < picks.length && (
        <LinkButton onClick={() => setAll(true)}>
          {l10n.t('Show all {0}', picks.length)}
        </LinkButton>
      )}
      <p class="help cluster">
        {l10n.t('A moment that is not here?')}
        <LinkButton onClick={() => post({ type: 'screens', screen: 'evidence' })}>
          {l10n.t('Add it to the evidence')}
        </LinkButton>
      </p>
    </fieldset>
  );
}
