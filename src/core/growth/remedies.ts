import * as l10n from '@vscode/l10n';

/**
 * What a person can do where there is no journal, or not all of it. `choosePlace`: any folder on disk; `chooseJournal`: one of the
 * open folders; `restoreMissing`: bring back from the backups what is not in the folder now.
 */
export const REMEDIES = ['openFolder', 'choosePlace', 'chooseJournal', 'openSetting', 'restoreMissing'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** Each as the words on its button. */
export function remedyWords(): Readonly<Record<Remedy, string>> {
  return {
    openFolder: l10n.t('Open Folder'),
    choosePlace: l10n.t('Choose a Place'),
    chooseJournal: l10n.t('Choose a Journal'),
    openSetting: l10n.t('Open the Setting'),
    restoreMissing: l10n.t('Restore from Backup…'),
  };
}
