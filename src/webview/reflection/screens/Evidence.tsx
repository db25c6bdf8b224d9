import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { localFields, timeOfDay } from '../../../core/incident/times';
import type { EvidenceEntry } from '../../../core/evidence/entry';
import { AddMoment } from '../AddMoment';
import { Moment } from '../Moment';
import { Prior } from '../Prior';
import { Screen } from '../Screen';
import { useSession } from '../session';
import { TextBox } from '../TextBox';
import { LinkButton } from '../../shared/LinkButton';

/** The timeline: turning points first, all on request. One moment is picked, and its question opens below it. */
export function Evidence(): JSX.Element {
  const { state } = useSession();
  const { evidence } = state;
  const lead = state.hasNotes
    ? l10n.t('Your notes are open now. They are as you wrote them, before you knew the outcome.')
    : l10n.t('You made no notes this time. What landed is below, from two hours before it began to a day after it ended.');
  return (
    <Screen title={l10n.t('Pick one moment where your next step was not obvious')} lead={lead}>
      {evidence.problems.length > 0 && (
        <ul class="problems">
          {evidence.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {evidence.status !== 'ready' && <p role="status">{l10n.t('Reading git…')}</p>}
      {evidence.status === 'ready' && !evidence.entries.some(({ source }) => source === 'git' || source === 'document') && <p>{l10n.t('Git shows nothing here. Write the moment from memory.')}</p>}
      {evidence.entries.length > 0 && <Timeline entries={evidence.entries} people={evidence.people.length} />}
      {!evidence.entries.some(({ moment }) => moment) && <FromMemory />}
      <AddMoment />
      {evidence.ownHands !== undefined && <p>{evidence.ownHands}</p>}
      {evidence.prior && <Prior {...evidence.prior} />}
    </Screen>
  );
}

function Timeline({ entries, people }: { readonly entries: readonly EvidenceEntry[]; readonly people: number }): JSX.Element {
  const { state } = useSession();
  const [all, setAll] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const { narrowed = [] } = state.evidence;
  const near = everywhere ? entries : entries.filter(({ elsewhere }) => !elsewhere);
  const points = near.filter((entry) => (entry.turningPoint && !entry.hidden) || entry.moment);
  const shown = all ? near : points;
  const events = near.length === 1 ? l10n.t('1 event') : l10n.t('{0} events', near.length);
  const turning = points.length === 1 ? l10n.t('1 turning point') : l10n.t('{0} turning points', points.length);
  const moments = points.length === near.length ? events : l10n.t('{0} of {1}', turning, events);
  const persons = people === 1 ? l10n.t('1 person') : l10n.t('{0} people', people);
  return (
    <fieldset>
      <legend class="visually-hidden">{l10n.t('Moments in order of time. Pick one.')}</legend>
      {narrowed.map((words, index) => (
        <div key={words} class="cluster ends quiet small">
          <p>{words}</p>
          {index === 0 && (
            <LinkButton onClick={() => setEverywhere(!everywhere)}>
              {everywhere ? l10n.t('Your paths only') : l10n.t('Changes elsewhere too')}
            </LinkButton>
          )}
        </div>
      ))}
      <div class="cluster ends quiet small">
        <p>{people === 0 ? moments : l10n.t('{0}, {1}', moments, persons)}</p>
        {points.length < near.length && (
          <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? l10n.t('Show turning points only') : l10n.t('Show all {0}', near.length)}
          </LinkButton>
        )}
      </div>
      <ol class="timeline">
        {shown.map((entry, index) => (
          <Moment key={entry.key} entry={entry} newDay={startsDay(entry, shown[index - 1], state.locale.zone)}>
            {entry.moment && (
              <div class="answer field">
                <label for="look">{l10n.t('{0}. What were you looking at?', timeOfDay(entry.at, state.locale))}</label>
                <TextBox field="moment" id="look" nudge />
              </div>
            )}
          </Moment>
        ))}
      </ol>
    </fieldset>
  );
}

/** Whether an entry is the first of its day in the lead's zone. */
function startsDay(entry: EvidenceEntry, before: EvidenceEntry | undefined, zone: string): boolean {
  const day = (time: string): string => localFields(time, zone).slice(0, 10);
  return before === undefined || day(entry.at) !== day(before.at);
}

function FromMemory(): JSX.Element {
  return (
    <div class="field">
      <label for="look">{l10n.t('What were you looking at when your next step was not obvious?')}</label>
      <TextBox field="moment" id="look" nudge />
    </div>
  );
}
