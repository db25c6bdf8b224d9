import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import warning from '@vscode/codicons/src/icons/warning.svg';
import type { QuarterInWords } from '../../core/growth/exposureWords';
import { kindWords } from '../../core/incident/words';
import { Svg } from '../shared/Svg';
import { Act } from './Act';
import { CountTable } from './CountTable';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { ShowAll } from './ShowAll';

/** Which situations the lead met, quarter by quarter, and which they want to meet; past their own limit, that comes first. */
export function ExposureSection({ state, host }: SectionContext<'exposure'>): JSX.Element {
  const { load, isPast, goal, seek, setGoal, setLimit, quarters, words, all, isWhole } = state;
  const heads = [l10n.t('Quarter'), ...Object.values(kindWords())];
  return (
    <Section id="exposure" title={l10n.t('Exposure')}>
      <p class="hint">
        {isPast && <Svg svg={warning} />}
        {isPast ? <strong>{load}</strong> : load}
      </p>
      {goal !== undefined && <p>{goal}</p>}
      {seek.map((line) => (
        <p key={line} class="words">{line}</p>
      ))}
      <div class="buttons">
        {setGoal !== '' && <Act host={host} does={{ type: 'setGoal' }}>{setGoal}</Act>}
        {goal !== undefined && <Act host={host} does={{ type: 'settleGoal' }}>{l10n.t('Say what came of it…')}</Act>}
        <Act host={host} does={{ type: 'setLoadLimit' }}>{setLimit}</Act>
      </div>
      {quarters.length > 0 && <CountTable caption={l10n.t('Incidents by quarter')} heads={heads} rows={quarters.map(({ name, counts }) => [name, ...counts])} />}
      {words !== '' && <p class="words">{words}</p>}
      {(isWhole ? quarters : quarters.slice(0, 1)).map((quarter) => (
        <QuarterWords key={quarter.name} quarter={quarter} />
      ))}
      <ShowAll list="exposure" isWhole={isWhole} words={all} host={host} />
    </Section>
  );
}

/** What the lead did in a quarter, and what could have been lost. */
function QuarterWords({ quarter: { name, roles, stakes, more } }: { readonly quarter: QuarterInWords }): JSX.Element | null {
  if (roles.length + stakes.length === 0) return null;
  return (
    <div class="words">
      <h3 class="group">{name}</h3>
      <p>{roles.join(' ')}</p>
      {stakes.length > 0 && <p>{l10n.t('What could have been lost:')}</p>}
      <ul class="stakes">
        {stakes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {more}
    </div>
  );
}
