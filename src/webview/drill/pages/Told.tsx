import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ToldState } from '../../../core/drill/drillState';
import { OwnCallRows } from '../OwnCallRows';
import { Same } from '../Same';
import { Lines, Paragraphs } from '../Story';

/** A decision once what happened is open. */
export function Told({ point, own, did, then, same }: ToldState): JSX.Element {
  return (
    <>
      <section class="rows" aria-labelledby="own">
        <h2 id="own">{l10n.t('Your call')}</h2>
        <OwnCallRows call={own} />
      </section>
      {did !== undefined && (
        <section class="rows" aria-labelledby="did">
          <h2 id="did">{l10n.t('What they did')}</h2>
          <Paragraphs text={did} />
        </section>
      )}
      <section class="known" aria-labelledby="then">
        <h2 id="then">{did === undefined ? l10n.t('What they did, and what came of it') : l10n.t('What came of it')}</h2>
        <Lines lines={then} />
      </section>
      <Same point={point} same={same} />
    </>
  );
}
