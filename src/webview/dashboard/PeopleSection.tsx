import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { NamingInWords } from '../../core/growth/peopleWords';
import { Act } from './Act';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { ShowAll } from './ShowAll';
import type { DashboardHost } from './view';

/** Whom the lead named for what, and whom they thanked. No ranking, and no number beside a name. */
export function PeopleSection({ state: { people, words, carriers, elsewhere, all, isWhole }, host }: SectionContext<'people'>): JSX.Element {
  return (
    <Section id="people" title={l10n.t('People')}>
      {words !== '' && <p class="words">{words}</p>}
      <ul class="entries">
        {people.map(({ id, name, namings, more }) => (
          <li key={id}>
            <h3>{name}</h3>
            <ul class="entries">
              {namings.map((naming) => (
                <Named key={naming.incident + naming.entry} name={name} naming={naming} host={host} />
              ))}
            </ul>
            {more !== undefined && <p class="words">{more}</p>}
          </li>
        ))}
      </ul>
      <ShowAll list="people" isWhole={isWhole} words={all} host={host} />
      {carriers !== undefined && <p>{carriers}</p>}
      {elsewhere.length > 0 && <p class="words">{elsewhere.join(' ')}</p>}
    </Section>
  );
}

interface NamedProps {
  readonly name: string;
  readonly naming: NamingInWords;
  readonly host: DashboardHost;
}

/** For what somebody was named, where, whether they were thanked, and a line to do it with. */
function Named({ name, naming, host }: NamedProps): JSX.Element {
  const { incident: id, entry, where, words, thanked } = naming;
  const whom = <span class="visually-hidden">{l10n.t('{0}, {1}', name, where)}</span>;
  return (
    <li>
      {words !== undefined && <p>{words}</p>}
      <Act host={host} does={{ type: 'reflect', id }}>{where}</Act>
      <div class="thanks">
        <label class="choice">
          <input type="checkbox" checked={thanked !== undefined} onChange={({ currentTarget }) => host.post({ type: 'thanked', id, entry, on: currentTarget.checked })} />
          <span>
            {thanked ?? l10n.t('Thanked')}
            {whom}
          </span>
        </label>
        {thanked === undefined && (
          <Act host={host} does={{ type: 'copyThanks', id, entry }}>
            {l10n.t('Copy a thank-you line')}
            {whom}
          </Act>
        )}
      </div>
    </li>
  );
}
