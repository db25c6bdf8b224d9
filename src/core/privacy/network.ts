import * as l10n from '@vscode/l10n';
import { finding, type Finding } from './state';

/** What is set up that uses the network. A source that needs it adds its own line here. */
export function networkFindings(): readonly Finding[] {
  return [
    finding('fine', l10n.t('None. Lead Debrief opens no connection, and no source that needs one is set up: this version has none.'), {
      details: [l10n.t('Git is only read: it may not fetch, push, or ask a remote anything. There is no telemetry, nothing takes part in Settings Sync but your settings, and the place of the journal is not among those.')],
    }),
  ];
}
