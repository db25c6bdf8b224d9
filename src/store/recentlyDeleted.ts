import * as l10n from '@vscode/l10n';
import { isDeleted } from '../core/journal/deletion';
import { FORMAT } from '../core/journal/values';
import type { Incident, PurgedIncident, StoredIncident } from '../core/journal/schema';
import { underLock } from './change';
import { digest } from './digest';
import { DurableFile } from './durableFile';
import type { Entry } from './entry';
import { outcomeOf } from './reading';
import type { LockTimes } from './lock';
import type { Place } from './place';
import { isStub } from './recordKind';
import { refused } from './refusal';
import type { Refused, Saved } from './refusal';
import type { Attempt } from './writer';

const DAY = 86_400_000;
/** How long a deletion can be taken back, in days. */
export const KEPT_DAYS = 30;

/** An incident that was deleted and can be brought back with `Journal.undoRemove`. */
export interface DeletedIncident {
  readonly id: string;
  readonly title: string;
  /** Relative to the journal's folder. */
  readonly file: string;
  /** When it was deleted, and from when on `purgeExpired` takes it away for ever. ISO 8601 UTC. */
  readonly deletedAt: string;
  readonly keptUntil: string;
}

/** It is gone for ever. `copiesLeft`: a sentence when copies among the backups could not be removed. */
export interface DeletedForEver {
  readonly ok: true;
  readonly copiesLeft?: string;
}

export interface RecentlyDeletedOptions {
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly lockTimes: LockTimes;
  readonly shown: () => readonly Entry[];
  readonly deleted: () => readonly Entry[];
  readonly place: (file: string) => Place<StoredIncident>;
  /** Whether other machines have this journal: a file that is gone would come back from them. */
  readonly isShared: () => Promise<boolean>;
  readonly save: (place: Place<StoredIncident>, attempt: Attempt<StoredIncident>) => Promise<Saved<StoredIncident> | Refused>;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Removes every copy among the backups; a sentence where that failed. */
  readonly dropCopies: (file: string) => Promise<string | undefined>;
  /** The file is gone: memory follows, and tells. */
  readonly forget: (file: string) => void;
}

/** What becomes of deleted incidents: listed for 30 days, then or on purpose deleted for ever. */
export class RecentlyDeleted {
  constructor(private readonly options: RecentlyDeletedOptions) {}

  /** The last deleted first. */
  list(): readonly DeletedIncident[] {
    const listed = this.options.deleted().flatMap((entry) => (entry.state === 'ok' ? listedAs(entry.file, entry.record) : []));
    return listed.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
  }

  /**
   * Incidents that were deleted here or elsewhere and changed afterwards, on another machine for instance, and so came back by
   * themselves. `Journal.undoRemove` settles that they stay, `Journal.remove` deletes them again.
   */
  returned(): readonly Incident[] {
    const records = this.options.shown().flatMap((entry) => (entry.state === 'ok' && !entry.missing ? [entry.record] : []));
    return records.filter(({ deleted }) => deleted !== undefined);
  }

  /** One sentence for the notice about one of those. */
  returnedWords(record: Incident): string {
    return l10n.t('“{0}” had been deleted, and was changed after that in another place. So it is back.', record.title);
  }

  /**
   * Deletes a deleted incident for ever, also from the backups. Its file is removed, or, where other machines have the journal, shrinks
   * to a note that it is gone, so that their copy does not return. Refuses one that is not deleted, or was changed since.
   */
  async deleteForEver(id: string): Promise<DeletedForEver | Refused> {
    const entry = this.options.deleted().find((each) => each.state === 'ok' && each.record.id === id);
    if (!entry) return isBack();
    return await this.options.inTurn(() => this.#deleteFile(id, entry.file));
  }

  /** Deletes for ever what was deleted more than 30 days ago. The host calls it when nothing else is to be done. */
  async purgeExpired(): Promise<{ readonly deleted: number; readonly refusals: readonly Refused[] }> {
    const now = new Date(this.options.now()).toISOString();
    const refusals: Refused[] = [];
    let deleted = 0;
    for (const { id } of this.list().filter(({ keptUntil }) => keptUntil <= now)) {
      const outcome = await this.deleteForEver(id);
      if (outcome.ok) deleted++;
      else refusals.push(outcome);
    }
    return { deleted, refusals };
  }

  /**
   * The copies first: cut off in between, the incident is still among the deleted, and it can be done again. And once more after it, for
   * one that another window was just making.
   */
  async #deleteFile(id: string, file: string): Promise<DeletedForEver | Refused> {
    const { isShared, save, place, dropCopies, forget } = this.options;
    const check = (record: StoredIncident | undefined): Refused | undefined => (record?.id === id && isHidden(record) ? undefined : isBack());
    const shared = await isShared();
    let copiesLeft: string | undefined;
    const outcome = await this.#inFile(file, async (disk, record) => {
      const refusal = check(record);
      if (refusal) return refusal;
      copiesLeft = await dropCopies(file);
      if (!shared) await disk.remove();
      return { ok: true };
    });
    const saved = outcome.ok && shared ? await save(place(file), (before) => check(before) ?? { ok: true, record: stubOf(before as Incident) }) : outcome;
    if (!saved.ok) return saved;
    copiesLeft = (await dropCopies(file)) ?? copiesLeft;
    if (!shared) forget(file);
    return { ok: true, ...(copiesLeft !== undefined && { copiesLeft }) };
  }

  async #inFile(file: string, work: (disk: DurableFile, record: StoredIncident | undefined) => Promise<{ ok: true } | Refused>): Promise<{ ok: true } | Refused> {
    const { folder, lockTimes, place } = this.options;
    return await underLock<{ ok: true } | Refused>({ folder, file }, lockTimes, async (stillMine) => {
      const disk = new DurableFile(place(file).path, folder, stillMine);
      const found = await disk.readAsIs();
      const outcome = found && outcomeOf(place(file).kind, found.bytes);
      return await work(disk, outcome?.state === 'ok' ? outcome.record : undefined);
    });
  }
}

function listedAs(file: string, { id, title, deleted }: Incident): readonly DeletedIncident[] {
  const at = Date.parse(deleted?.at ?? '');
  if (!deleted || Number.isNaN(at)) return [];
  return [{ id, title, file, deletedAt: deleted.at, keptUntil: new Date(at + KEPT_DAYS * DAY).toISOString() }];
}

const isHidden = (record: StoredIncident): boolean => !isStub(record) && isDeleted(record, digest);

const isBack = (): Refused => refused('not-found', l10n.t('This incident is not among the deleted ones. It was changed or brought back since, or is gone already.'));

/** No more than that it was. */
function stubOf({ id, deleted }: Incident): PurgedIncident {
  return { format: FORMAT, id, deleted: { at: deleted?.at ?? '', purged: true } };
}
