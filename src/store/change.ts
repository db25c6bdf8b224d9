import * as l10n from '@vscode/l10n';
import { Low } from 'lowdb';
import { fileNameParts } from '../core/journal/filename';
import { DurableFile, Overtaken } from './durableFile';
import type { BytesRead, Stamp } from './bytes';
import { parseFaithfully } from './faithful';
import { withLock } from './lock';
import type { InsideLock, LockTimes } from './lock';
import type { Place } from './place';
import { faultWords, judged } from './reading';
import { refusalFor, refused } from './refusal';
import type { Refused, Saved, Target } from './refusal';

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
  /** Keeps what the file held in an older format, before it is written in this one. A refusal: nothing is written. */
  readonly keepFormat: (file: string, bytes: Buffer) => Promise<Refused | undefined>;
  readonly times: LockTimes;
  /** What this window wrote last. Where the file holds these very bytes, they were judged before they were written, and are not parsed again. */
  readonly known?: Sound<T> | undefined;
}

/** The bytes of a file, and the record in them that was judged to be right. */
export interface Sound<T> {
  readonly file: string;
  readonly bytes: Buffer;
  readonly record: T;
}

export interface Changed<T> extends Saved<T> {
  readonly stamp: Stamp | undefined;
  /** What the file held, and holds now. Undefined: nothing was written. */
  readonly written?: { readonly before: BytesRead | undefined; readonly after: BytesRead };
}

/**
 * Lock, read, judge, change, arrange, judge, write durably. What is not as it should be before or after is refused, and the file
 * stays as it is to the byte.
 */
export async function changeFile<T extends object>(one: Change<T>): Promise<Changed<T> | Refused> {
  return await underLock({ folder: one.folder, file: one.place.file }, one.times, (stillMine) => changeInside(one, stillMine));
}

/** Runs `work` inside the lock, again when an editor or git was faster, and says as a value what the disk or another window refused. */
export async function underLock<T>(target: Target, times: LockTimes, work: InsideLock<T>): Promise<T | Refused> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withLock(target.folder, work, times);
    } catch (error) {
      if (error instanceof Overtaken && attempt < ATTEMPTS) continue;
      const refusal = refusalFor(error, target);
      if (!refusal) throw error;
      return refusal;
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A fresh Low for each change: no shared default object, and no memory that runs ahead of a failed write. */
async function changeInside<T extends object>(one: Change<T>, stillMine: () => Promise<boolean>): Promise<Changed<T> | Refused> {
  await one.prepare(stillMine);
  const { path, kind, file: name } = one.place;
  const known = one.known?.file === name ? one.known : undefined;
  const parse = (bytes: Buffer): Fields => (known?.bytes.equals(bytes) ? (known.record as Fields) : parseFaithfully(bytes));
  const file = new DurableFile(path, one.folder, stillMine, parse);
  const db = new Low<Fields | null>(file, null);
  await db.read();
  const [found, old] = [file.held, db.data === null ? undefined : kind.olderFormat(db.data)];
  const isKnown = known !== undefined && db.data === known.record;
  const outcome = isKnown ? { state: 'ok' as const, record: known.record } : found && db.data !== null ? judged(kind, db.data, found.bytes) : undefined;
  if (outcome && outcome.state !== 'ok') return refused(outcome.state, faultWords(fileNameParts(name).name, outcome));
  const before = outcome?.record ?? kind.absent;
  const changed = one.attempt(before);
  if (!changed.ok) return changed;
  if (changed.record === before) return { ...changed, stamp: file.stamp };
  const record = kind.arrange(changed.record);
  const verdict = kind.judge(record);
  if (verdict.state !== 'valid') return refused('not-possible', l10n.t('This cannot be saved: {0}.', verdict.reason));
  const refusal = found && old !== undefined ? await one.keepFormat(name, found.bytes) : undefined;
  if (refusal) return refusal;
  db.data = record as Fields;
  await db.write();
  const after = file.held;
  return { ok: true, record, stamp: file.stamp, ...(after && after.bytes !== found?.bytes && { written: { before: found, after } }) };
}
