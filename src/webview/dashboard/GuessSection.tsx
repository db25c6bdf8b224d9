import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { CountTable } from './CountTable';
import { GuessStrip } from './GuessStrip';
import type { SectionContext } from './recordSections';
import { Section } from './Section';
import { TableSwitch } from './TableSwitch';
import { useTable } from './view';

/** How the behaviour guessed best was rated beside the one guessed costly. Marks, one sentence, no verdict. */
export function GuessSection({ state: { marks, spoken, rows, words } }: SectionContext<'guess'>): JSX.Element {
  const [asTable, turn] = useTable('guess');
  const some = marks !== '';
  const caption = l10n.t('Guessed best beside guessed costly');
  return (
    <Section id="guess" title={l10n.t('Guess and evidence')} tool={some ? <TableSwitch on={asTable} turn={turn} /> : undefined}>
      {some && asTable && <CountTable caption={caption} heads={[l10n.t('The one guessed best was rated'), l10n.t('Reflections')]} rows={rows} />}
      {some && !asTable && (
        <figure aria-label={caption}>
          <GuessStrip marks={marks} ends={rows.map(([row]) => row)} spoken={spoken} />
          <figcaption class="words">{l10n.t('One dot is one reflection, newest at the right: how the one you guessed best was rated beside the one you guessed costly.')}</figcaption>
        </figure>
      )}
      <p class="words">{words}</p>
    </Section>
  );
}
