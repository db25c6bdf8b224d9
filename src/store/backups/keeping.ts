import * as l10n from '@vscode/l10n';
import { isDeleted } from '../../core/journal/deletion';
import { FORMAT } from '../../core/journal/values';
import { digest } from '../digest';
import { outcomeOf } from '../reading';
import { INCIDENTS, isStub } from '../recordKind';
import type { Judge } from '../recordKind';
import type { StoredIncident } from '../../core/journal/schema';
import { refused } from '../refusal';
import type { Keeper } from '../writer';
import type { Backups, Worth } from './backups';
import { keptOrRefused } from './restore';

/** What a save gives to the backups. What is left of an incident that was deleted for ever gets no copy of what it was. */
export function keeperOf(backups: Backups | undefined): Keeper {
  return {
    written: (file, record, before, after) => {
      const purged = file.startsWith(`${INCIDENTS}/`) && isStub(record as StoredIncident);
      backups?.written(file, purged ? undefined : before, after);
    },
    keepFormat: async (file, bytes) => {
      const home = backups?.home();
      if (!backups || home === undefined) {
        return refused('failed', l10n.t('{0} has an older format. It was not changed, because there is no place for a backup of it.', file));
      }
      return await keptOrRefused(file, () => backups.keepFormat(home, file, FORMAT, bytes));
    },
  };
}

/** How the backups judge the bytes of a file. */
export function worthIn(kindOf: (file: string) => Judge): (file: string, bytes: Uint8Array) => Worth {
  return (file, bytes) => {
    const outcome = outcomeOf(kindOf(file), bytes);
    if (outcome.state !== 'ok') return outcome.state === 'newer' ? 'good' : 'bad';
    if (!file.startsWith(`${INCIDENTS}/`)) return 'good';
    const record = outcome.record as StoredIncident;
    return !isStub(record) && isDeleted(record, digest) ? 'hidden' : 'good';
  };
}
