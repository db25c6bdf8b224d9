import * as l10n from '@vscode/l10n';

/** What replacing a name does not reach, as it was counted. */
export interface OutOfReach {
  /** Recently deleted incidents that name somebody. */
  readonly deleted: number;
  /** Files of the journal that cannot be read or changed as they are. */
  readonly untouchable: number;
  /** Files whose own names hold the name. */
  readonly fileNames: number;
  /** Places that were unticked. */
  readonly unticked: number;
}

/** What still holds the name afterwards, a line each. */
export function reachWords({ deleted, untouchable, fileNames, unticked }: OutOfReach): readonly string[] {
  const line = (count: number, one: string, more: string): readonly string[] => (count === 0 ? [] : [count === 1 ? one : more]);
  return [
    l10n.t('Second copies of the journal, for up to 30 days'),
    l10n.t('Commits that git has, if any (Check Privacy says so), and names in them, which Evidence shows as they are'),
    l10n.t('What was shared or exported before, and copies that the editor keeps'),
    ...line(deleted, l10n.t('One recently deleted incident: delete it for ever where the name shall go now'), l10n.t('{0} recently deleted incidents: delete them for ever where the name shall go now', deleted)),
    ...line(untouchable, l10n.t('One file that cannot be read or changed as it is'), l10n.t('{0} files that cannot be read or changed as they are', untouchable)),
    ...line(fileNames, l10n.t('The name of one file of the journal, which stays'), l10n.t('The names of {0} files of the journal, which stay', fileNames)),
    ...line(unticked, l10n.t('One place that was unticked'), l10n.t('{0} places that were unticked', unticked)),
  ];
}
