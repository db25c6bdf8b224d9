import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { fileNameParts } from '../../core/journal/filename';
import { readBytes } from '../bytes';
import { underLock } from '../change';
import { DurableFile } from '../durableFile';
import { Unreadable } from '../faithful';
import type { LockTimes } from '../lock';
import type { Outcome } from '../reading';
import { faultWords, outcomeOf, unreadable } from '../reading';
import type { Judge } from '../recordKind';
import { refused } from '../refusal';
import type { Refused } from '../refusal';
import { isSystemError, unlessRefused } from '../systemError';
import type { Backups } from './backups';
import { LATEST, setsIn } from './sets';

/** One copy of a file among the backups. */
export interface Backup {
  /** Which one: `latest`, `days/2026-11-24`, `replaced/2026-11-24T12-04-05.000Z`, `before-format-2`. */
  readonly set: string;
  /** When the file got what is in here; for what a restored backup replaced, when that was. ISO 8601 UTC. */
  readonly at: string;
  /** Absolute, to compare it with the file in the journal. */
  readonly path: string;
  /** It holds what the file holds now. */
  readonly same: boolean;
  /** Why it cannot be restored, as a sentence. Undefined: it can. */
  readonly fault: string | undefined;
}

/** Something was brought back, or was there already. */
export interface Restored {
  readonly ok: true;
}

/** What a copy holds. */
export interface Copy {
  readonly bytes: Buffer;
  readonly at: string;
  readonly outcome: Outcome<unknown>;
}

/** Undefined where there is none. */
export async function readCopy(path: string, kind: Judge): Promise<Copy | undefined> {
  try {
    const found = await unlessRefused(readBytes(path));
    if (!found) return undefined;
    return { bytes: found.bytes, at: new Date(found.stamp.mtimeMs).toISOString(), outcome: outcomeOf(kind, found.bytes) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { bytes: Buffer.of(), at: new Date(0).toISOString(), outcome: unreadable(error) };
  }
}

/** Bytes that may come back: what this version reads, or a newer one wrote. */
export const isGood = ({ state }: Outcome<unknown>): boolean => state === 'ok' || state === 'newer';

/** Every copy of one file, the latest first. */
export async function listBackups(home: string, journal: string, file: string, kind: Judge): Promise<readonly Backup[]> {
  const present = await readCopy(join(journal, file), kind);
  const backups: Backup[] = [];
  for (const set of await setsIn(home)) {
    const path = join(home, set, file);
    const copy = await readCopy(path, kind);
    if (!copy) continue;
    const { outcome, at, bytes } = copy;
    const fault = outcome.state === 'ok' || outcome.state === 'newer' ? undefined : faultWords(fileNameParts(file).name, outcome);
    backups.push({ set, at, path, same: present?.bytes.equals(bytes) === true, fault });
  }
  return backups;
}

/** Where something is brought back. */
export interface RestoreTarget {
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** Relative to it. */
  readonly file: string;
  readonly times: LockTimes;
}

/** Puts bytes back, durably, under the lock. What is there now, readable or not, is kept among the backups first; else nothing is done. */
export async function putBack(target: RestoreTarget, bytes: Buffer, backups: Backups, home: string): Promise<Restored | Refused> {
  return await underLock<Restored | Refused>(target, target.times, async (stillMine) => {
    const file = new DurableFile(join(target.folder, target.file), target.folder, stillMine);
    const present = await presentIn(file);
    if (present === 'too-large') return refused('too-large', l10n.t('{0} is too large to be kept among the backups. Move it to another place, then try again.', target.file));
    if (present && !present.equals(bytes)) {
      const refusal = await keptOrRefused(target.file, () => backups.keepReplaced(home, target.file, present));
      if (refusal) return refusal;
    }
    await file.writeBytes(bytes);
    return { ok: true };
  });
}

/** Puts bytes back where there is no file, durably, under the lock. */
export async function putWhereMissing(target: RestoreTarget, bytes: Buffer): Promise<Restored | Refused> {
  return await underLock<Restored | Refused>(target, target.times, async (stillMine) => {
    const file = new DurableFile(join(target.folder, target.file), target.folder, stillMine);
    if ((await presentIn(file)) === undefined) await file.writeBytes(bytes);
    return { ok: true };
  });
}

async function presentIn(file: DurableFile): Promise<Buffer | 'too-large' | undefined> {
  try {
    return (await file.readAsIs())?.bytes;
  } catch (error) {
    if (error instanceof Unreadable) return 'too-large';
    throw error;
  }
}

/** What must be kept before a file is changed: where that fails, the file is left as it is. */
export async function keptOrRefused(file: string, keep: () => Promise<void>): Promise<Refused | undefined> {
  try {
    await keep();
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refused('failed', l10n.t('{0} was not changed, because what it holds now could not be kept among the backups ({1}).', file, error.code));
  }
}

/** The latest copy of a file, where it may come back. */
export async function latestOf(home: string, file: string, kind: Judge): Promise<Copy | undefined> {
  const copy = await readCopy(join(home, LATEST, file), kind);
  return copy && isGood(copy.outcome) ? copy : undefined;
}
