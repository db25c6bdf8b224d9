import * as l10n from '@vscode/l10n';
import { Low } from 'lowdb';
import { fileNameParts } from '../core/journal/filename';
import { DurableFile, Overtaken } from './durableFile';
import type { Stamp } from './bytes';
import { withLock } from './lock';
import type { LockTimes } from './lock';
import type { Place } from './place';
import { faultWords, judged } from './reading';
import { refusalFor, refused } from './refusal';
import type { Refused, Saved } from './refusal';

/** How often a change is tried while an editor or git writes the same file. */
const ATTEMPTS = 6;

/** One change of one file. */
export interface Change<T> {
  /** The journal's folder, absolute. */
  readonly folder: string;
  readonly place: Place<T>;
  /** Gets what the file holds; where there is none, what stands for it, else undefined. May run more than once. Its own argument: nothing is written. */
  readonly attempt: (before: T | undefined) => Saved<T> | Refused;
  /** Runs inside the lock before the file is read. */
  readonly prepare: (stillMine: () => Promise<boolean>) => Promise<void>;
  readonly times: LockTimes;
}

export interface Changed<T> extends Saved<T> {
  readonly stamp: Stamp | undefined;
}

/**
 * Lock, read, judge, change, arrange, judge, write durably. What is not as it should be before or after is refused, and the file
 * stays as it is to the byte.
 */
export async function changeFile<T extends object>(one: Change<T>): Promise<Changed<T> | Refused> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withLock(one.folder, (stillMine) => changeInside(one, stillMine), one.times);
    } catch (error) {
      if (error instanceof Overtaken && attempt < ATTEMPTS) continue;
      const refusal = refusalFor(error, { folder: one.folder, file: one.place.file });
      if (!refusal) throw error;
      return refusal;
    }
  }
}

/** A fresh Low for each change: no shared default object, and no memory that runs ahead of a failed write. */
async function changeInside<T extends object>(one: Change<T>, stillMine: () => Promise<boolean>): Promise<Changed<T> | Refused> {
  await one.prepare(stillMine);
  const { path, kind, file: name } = one.place;
  const file = new DurableFile(path, one.folder, stillMine);
  const db = new Low<Readonly<Record<string, unknown>> | null>(file, null);
  await db.read();
  const outcome = db.data === null ? undefined : judged(kind, db.data);
  if (outcome && outcome.state !== 'ok') return refused(outcome.state, faultWords(fileNameParts(name).name, outcome));
  const before = outcome?.record ?? kind.absent;
  const changed = one.attempt(before);
  if (!changed.ok) return changed;
  if (changed.record === before) return { ...changed, stamp: file.stamp };
  const record = kind.arrange(changed.record);
  const verdict = kind.judge(record);
  if (verdict.state !== 'valid') return refused('not-possible', l10n.t('This cannot be saved: {0}.', verdict.reason));
  db.data = record as Readonly<Record<string, unknown>>;
  await db.write();
  return { ok: true, record, stamp: file.stamp };
}
