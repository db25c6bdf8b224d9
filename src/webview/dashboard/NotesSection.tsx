import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Act } from './Act';
import { CountTable } from './CountTable';
import { NoteLevels, percent } from './NoteLevels';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { ShowAll } from './ShowAll';
import { TableSwitch } from './TableSwitch';
import { useTable } from './view';

/** What became of what the lead believed before the outcome was known: a list, and from ten on how often it happened. */
export function NotesSection({ state: { levels, spoken, list, words, all, isWhole }, host }: SectionContext<'notes'>): JSX.Element {
  const [asTable, turn] = useTable('notes');
  const some = levels.length > 0;
  const caption = l10n.t('How often it happened, by how sure you were');
  return (
    <Section id="notes" title={l10n.t('Notes and outcomes')} tool={some ? <TableSwitch on={asTable} turn={turn} /> : undefined}>
      {some && asTable && <CountTable caption={caption} heads={[l10n.t('How sure'), l10n.t('Happened'), l10n.t('Notes')]} rows={levels.map(({ sure, happened, count }) => [percent(sure), happened, count])} />}
      {some && !asTable && <NoteLevels levels={levels} caption={caption} spoken={spoken} />}
      <ul class="entries">
        {list.map((line, at) => (
          <li key={at}>
            <p>“{line.words}”</p>
            <p class="words">
              {line.became} <Act host={host} does={{ type: 'reflect', id: line.incident }}>{line.where}</Act>
            </p>
          </li>
        ))}
      </ul>
      <ShowAll list="notes" isWhole={isWhole} words={all} host={host} />
      {words !== '' && <p class="words">{words}</p>}
    </Section>
  );
}
