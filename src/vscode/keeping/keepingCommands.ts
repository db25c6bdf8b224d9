import type { Journal } from '../../store/journal';
import type { Deletions } from '../deletions';
import type * as deletedPick from './deletedPick';
import type * as restoring from './restoring';

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

/** The questions' own bundle. An import would be loaded with this one. */
export function loadRestoring(): typeof restoring {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./restoring') as typeof restoring;
}

function loadDeletedPick(): typeof deletedPick {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./deletedPick') as typeof deletedPick;
}
