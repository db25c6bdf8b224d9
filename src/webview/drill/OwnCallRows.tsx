import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { OwnCall } from '../../core/drill/drillState';

/** What the lead said before they knew. To be read: it is closed. */
export function OwnCallRows({ call: { said, sure } }: { readonly call: OwnCall }): JSX.Element {
  if (said.length === 0 && sure === undefined) return <p class="help">{l10n.t('You said nothing here.')}</p>;
  return (
    <dl class="own-call">
      {said.map(({ words, text }) => [<dt key={`${words}-label`}>{words}</dt>, <dd key={words} class="quote">{text}</dd>])}
      {sure !== undefined && [<dt key="sure-label">{l10n.t('How sure you were')}</dt>, <dd key="sure">{sure}</dd>]}
    </dl>
  );
}
