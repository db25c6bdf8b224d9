import type { Journal } from '../../store/journal';
import type { Deletions } from '../deletions';
import { part } from '../parts';

/** What is done with backups and with what was deleted. `fileOf` gives a file of the journal only. */
export function keepingCommands<Given>(journal: Journal, folder: string, deletions: Deletions, fileOf: (given: Given) => string | undefined) {
  return {
    'leadDebrief.recentlyDeleted': () => part('deletedPick').recentlyDeleted(journal, (id) => deletions.bringBack(id)),
    'leadDebrief.restoreBackup': (given: Given) => {
      const file = fileOf(given);
      if (file !== undefined) return part('restoring').restoreBackup(journal, folder, file);
      return given === undefined ? part('restoring').chooseAndRestore(journal, folder) : undefined;
    },
    'leadDebrief.restoreMissing': () => part('restoring').restoreMissing(journal),
  };
}
