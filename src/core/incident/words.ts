import * as l10n from '@vscode/l10n';
import type { Incident, Judged, Kind, LedgerWord, Mark, Outcome, Role, Severity } from '../journal/schema';
import type { SeekRole } from '../journal/values';

/** The words on screen for each stored value. The values are in `core/journal/schema`, in the order in which screens show them. */
export const roleWords = (): Record<Role, string> => ({
  commander: l10n.t('Led'),
  responder: l10n.t('Worked on the fix'),
  communicator: l10n.t('Kept others informed'),
  standby: l10n.t('Stood by'),
});

/** The roles that can be sought, as one says what to do in them. */
export const seekRoleWords = (): Record<SeekRole, string> => ({
  commander: l10n.t('Lead'),
  deputy: l10n.t('Deputy of who leads'),
  scribe: l10n.t('Scribe'),
  communicator: l10n.t('Keep others informed'),
  responder: l10n.t('Work on the fix'),
  standby: l10n.t('Stand by'),
});

/** Real incidents, drills and shadowing are never counted together. */
export const kindWords = (): Record<Kind, string> => ({
  real: l10n.t('Real'),
  drill: l10n.t('Drill'),
  shadow: l10n.t('Shadow'),
});

export const outcomeWords = (): Record<Outcome, string> => ({ clean: l10n.t('Clean'), rough: l10n.t('Rough') });

export const severityWords = (): Record<Severity, string> => ({
  sev1: l10n.t('SEV-1 critical'),
  sev2: l10n.t('SEV-2 major'),
  sev3: l10n.t('SEV-3 minor'),
  sev4: l10n.t('SEV-4 low'),
});

/** What a person did in one incident. */
export const markWords = (): Record<Mark, string> => ({
  carried: l10n.t('Carried the work'),
  corrected: l10n.t('Corrected us'),
  connected: l10n.t('Connected people'),
  calmed: l10n.t('Calmed'),
  learned: l10n.t('Learned'),
});

/** Whether it happened. */
export const judgedWords = (): Record<Judged, string> => ({ yes: l10n.t('Yes'), no: l10n.t('No'), unclear: l10n.t('Unclear') });

/** What became of a plan. */
export const ledgerWords = (): Record<LedgerWord, string> => ({
  acted: l10n.t('It came, and I did it'),
  forgot: l10n.t('It came, and I forgot'),
  chose: l10n.t('It came, and I chose otherwise'),
  absent: l10n.t('It did not come'),
});

type PromiseState = NonNullable<Incident['promises']>[number]['state'];

/** What became of a promise. */
export const promiseWords = (): Record<PromiseState, string> => ({ open: l10n.t('Open'), kept: l10n.t('Kept'), dropped: l10n.t('Dropped') });
