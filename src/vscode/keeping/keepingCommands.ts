import type { Journal } from '../../store/journal';
import type { Deletions } from '../deletions';
import { loadDeletedPick, loadRestoring } from './bundles';

/** What is done with backups and with what was deleted. `fileOf` gives a file of the journal only. */
export function keepingCommands<Given>(journal: Journal, folder: string, deletions: Deletions, fileOf: (given: Given) => string | undefined) {
  return {
    'leadDebrief.recentlyDeleted': () => loadDeletedPick().recentlyDeleted(journal, (id) => deletions.bringBack(id)),
    'leadDebrief.restoreBackup': (given: Given) => {
      const file = fileOf(given);
      if (file !== undefined) return loadRestoring().restoreBackup(journal, folder, file);
      return given === undefined ? loadRestoring().chooseAndRestore(journal, folder) : undefined;
    },
    'leadDebrief.restoreMissing': () => loadRestoring().restoreMissing(journal),
  };
}
