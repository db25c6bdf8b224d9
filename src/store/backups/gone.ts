import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeleted } from '../../core/journal/deletion';
import { FORMAT } from '../../core/journal/values';
import type { JournalFacts, StoredIncident } from '../../core/journal/schema';
import { digest } from '../digest';
import { stringify } from '../faithful';
import { ensureFolder } from '../folder';
import { exists, IGNORE_ALL } from '../founding';
import { listRecords } from '../listing';
import type { LockTimes } from '../lock';
import { FACTS_FILE, INCIDENTS, isStub } from '../recordKind';
import type { Judge } from '../recordKind';
import { refusalFor } from '../refusal';
import type { Refused } from '../refusal';
import { unlessRefused } from '../systemError';
import { GIT_FILES } from './backups';
import { filesBelow } from './copies';
import { findOrigin } from './folders';
import { isGood, putWhereMissing, readCopy } from './restore';
import type { Copy } from './restore';
import { LATEST } from './sets';

type KindOf = (file: string) => Judge;

/** A journal whose folder is gone or lacks its facts, and what its backups hold. */
export interface Gone {
  readonly id: string;
  /** How many incidents can be brought back, without those that were deleted. */
  readonly incidents: number;
  /** How many are in the folder still: bringing back was broken off, or only the facts were taken away. */
  readonly left: number;
  /** When the backups were last brought up to date, ISO 8601 UTC. */
  readonly at: string;
  /** Where the backups are, absolute. */
  readonly home: string;
}

/** Undefined: the folder holds a journal, or none of the backups is of a journal that lay there. */
export async function findGone(root: string, folder: string, kindOf: KindOf): Promise<Gone | undefined> {
  if (await exists(join(folder, FACTS_FILE))) return undefined;
  const origin = await findOrigin(root, folder);
  if (!origin) return undefined;
  const home = join(root, origin.id);
  const left = new Set(await unlessRefused(listRecords(folder)));
  const incidents = [...(await readLatest(home, kindOf))].filter(([file, copy]) => isShown(file, copy) && !left.has(file)).length;
  return incidents === 0 ? undefined : { ...origin, incidents, left: left.size, home };
}

function isShown(file: string, { outcome }: Copy): boolean {
  if (!file.startsWith(`${INCIDENTS}/`) || outcome.state !== 'ok') return outcome.state === 'newer';
  const record = outcome.record as StoredIncident;
  return !isStub(record) && !isDeleted(record, digest);
}

/** The latest good copy of each file. Of several with one id (it was renamed) the newest. */
export async function readLatest(home: string, kindOf: KindOf): Promise<ReadonlyMap<string, Copy>> {
  const newest = new Map<string, readonly [string, Copy]>();
  const latest = join(home, LATEST);
  for (const file of (await filesBelow(latest)).filter((each) => each.endsWith('.json'))) {
    const copy = await readCopy(join(latest, file), kindOf(file));
    if (!copy || !isGood(copy.outcome)) continue;
    const key = file.startsWith(`${INCIDENTS}/`) ? idOf(copy) ?? file : file;
    const other = newest.get(key);
    if (!other || other[1].at < copy.at) newest.set(key, [file, copy]);
  }
  return new Map(newest.values());
}

function idOf({ outcome }: Copy): string | undefined {
  const record = outcome.state === 'ok' || outcome.state === 'newer' ? (outcome.record as { readonly id?: unknown }) : {};
  return typeof record.id === 'string' ? record.id : undefined;
}

export interface FolderToRestore {
  readonly folder: string;
  readonly times: LockTimes;
  readonly gone: Gone;
  readonly kindOf: KindOf;
  readonly onFolder: () => void;
}

/**
 * First what keeps the journal out of git; last its facts: until they are there, what is broken off can be begun again. Ends at the first
 * refusal. Counts what `gone` counts.
 */
export async function restoreFolder({ folder, times, gone, kindOf, onFolder }: FolderToRestore): Promise<{ restored: number; refusals: readonly Refused[] }> {
  const all = await filesOf(gone, kindOf);
  let restored = 0;
  try {
    await ensureFolder(folder);
  } catch (error) {
    const refusal = refusalFor(error, { folder, file: '' });
    if (!refusal) throw error;
    return { restored, refusals: [refusal] };
  }
  onFolder();
  for (const [file, { bytes, counts }] of all) {
    const outcome = await putWhereMissing({ folder, file, times }, bytes);
    if (!outcome.ok) return { restored, refusals: [outcome] };
    if (counts) restored++;
  }
  return { restored, refusals: [] };
}

interface Part {
  readonly bytes: Buffer;
  /** Whether the lead sees it as an incident that is back: one that was deleted comes back as deleted. */
  readonly counts: boolean;
}

/** Everything in the order in which it is brought back. */
async function filesOf({ home, id }: Gone, kindOf: KindOf): Promise<ReadonlyMap<string, Part>> {
  const files = new Map<string, Part>([['.gitignore', { bytes: Buffer.from(IGNORE_ALL), counts: false }]]);
  for (const file of GIT_FILES) {
    const bytes = await unlessRefused(readFile(join(home, LATEST, file)));
    if (bytes) files.set(file, { bytes, counts: false });
  }
  const { [FACTS_FILE]: facts, ...records } = Object.fromEntries(await readLatest(home, kindOf));
  for (const [file, copy] of Object.entries(records)) files.set(file, { bytes: copy.bytes, counts: isShown(file, copy) });
  const made: JournalFacts = { format: FORMAT, id, shared: false };
  return files.set(FACTS_FILE, { bytes: facts?.bytes ?? Buffer.from(stringify(made)), counts: false });
}
