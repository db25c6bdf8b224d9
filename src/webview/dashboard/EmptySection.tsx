import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DashboardHost } from './view';

/** Where there is no journal yet either, it can still be tried. */
export function TryIt({ host }: { readonly host: DashboardHost }): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => host.post({ type: 'tryIt' })}>
      {l10n.t('Try it on a made-up incident')}
    </button>
  );
}

/** Before the first reflection: what this is for, and how to begin. */
export function EmptySection({ host }: { readonly host: DashboardHost }): JSX.Element {
  return (
    <section class="empty" aria-labelledby="section-empty">
      <h2 id="section-empty">{l10n.t('No reflections yet')}</h2>
      <p>
        {l10n.t(
          'After an incident, five minutes here keep what you did, what the team made possible, and one plan for next time. Growth shows once there is something to show.',
        )}
      </p>
      <button type="button" class="button" onClick={() => host.post({ type: 'reflectOnAny' })}>
        {l10n.t('Look back at an incident')}
      </button>
      <TryIt host={host} />
      <p class="quiet">{l10n.t('Everything stays in files on this machine. Nothing is sent anywhere.')}</p>
    </section>
  );
}
