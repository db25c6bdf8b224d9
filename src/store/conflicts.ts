import { join } from 'node:path';
import { sidesFromMarkers } from '../core/journal/mergeMarkers';
import { mergeFacts, mergePeople, mergeRecords } from '../core/journal/mergeRecords';
import type { Merged } from '../core/journal/mergeRecords';
import { MIGRATIONS } from '../core/journal/migrations';
import type { Migrations } from '../core/journal/migrations';
import { readBytes } from './bytes';
import { underLock } from './change';
import { conflictedFiles } from './conflictedFiles';
import { digest } from './digest';
import { DurableFile } from './durableFile';
import { parseFaithfully, Unreadable } from './faithful';
import type { Journal } from './journal';
import { LOCK_TIMES } from './lock';
import type { LockTimes } from './lock';
import { FACTS_FILE, PEOPLE_FILE, recordKinds } from './recordKind';
import type { Judge, RecordKinds } from './recordKind';
import type { Refused } from './refusal';
import { unlessRefused } from './systemError';

/** The sides of a conflict, each a whole text. `base` is undefined where it is not known. */
export interface Sides {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

export interface ConflictsOptions {
  readonly journal: Pick<Journal, 'entries' | 'problems' | 'refresh' | 'backups'>;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** The sides as git's index holds them, of a file by its absolute path; undefined where git cannot or may not say. */
  readonly sidesFromIndex: (path: string) => Promise<Sides | undefined>;
  readonly lockTimes?: LockTimes;
  /** How sides of older formats are read. Default: those of this version. */
  readonly migrations?: Migrations;
}

/** What became of one file with conflict markers, relative to the journal's folder. `reason` is a sentence. */
export type MergedFile = { readonly file: string; readonly ok: true } | { readonly file: string; readonly ok: false; readonly reason: string };

/** A record as it came out of a merge: `id` is the incident's or the journal's. */
interface MergedRecord {
  readonly format: number;
  readonly id?: string;
}

type Merge = (base: unknown, a: unknown, b: unknown) => Merged<MergedRecord>;

/**
 * Makes files readable again in which git left a conflict: merges the sides and writes the result durably, after the bytes that it
 * replaces went to the backups. Never stages and never commits. What cannot be merged stays as it is, to the byte.
 */
export class Conflicts {
  readonly #kinds: RecordKinds;
  /** What was tried and did not work, by its bytes: not tried again until they change. */
  readonly #tried = new Map<string, string>();

  constructor(private readonly options: ConflictsOptions) {
    this.#kinds = recordKinds(options.migrations ?? MIGRATIONS);
  }

  /** Merges every file that has conflict markers. What another window or a person was faster with, and what was tried before, is left out. */
  async merge(): Promise<readonly MergedFile[]> {
    const results: MergedFile[] = [];
    for (const file of conflictedFiles(this.options.journal)) {
      const result = await this.#mergeFile(file);
      if (result) results.push(result);
      if (result?.ok) await this.options.journal.refresh([this.#path(file)]);
    }
    return results;
  }

  #path(file: string): string {
    return join(this.options.folder, file);
  }

  async #mergeFile(file: string): Promise<MergedFile | undefined> {
    const bytes = await bytesOf(this.#path(file));
    if (!bytes || this.#tried.get(file) === digest(bytes.toString('base64'))) return undefined;
    const merged = await this.#mergeBytes(file, bytes);
    if (!merged) return undefined;
    const outcome = merged.ok ? await this.#write(file, bytes, merged.record) : merged;
    if (outcome.ok) return outcome.written ? { file, ok: true } : undefined;
    this.#tried.set(file, digest(bytes.toString('base64')));
    return { file, ok: false, reason: outcome.reason };
  }

  /** Undefined: there are no whole markers. */
  async #mergeBytes(file: string, bytes: Buffer): Promise<Merged<MergedRecord> | undefined> {
    const [kind, merge] = this.#waysOf(file);
    const marked = sidesFromMarkers(bytes.toString('utf8'));
    const fromIndex = parsedSides(kind, await this.options.sidesFromIndex(this.#path(file)));
    const fromMarkers = parsedSides(kind, marked);
    const first = fromIndex ?? fromMarkers;
    if (!marked || !first) return undefined;
    // Between the markers may stand what a person has changed there since; else that says nothing new.
    const byHand = fromIndex && fromMarkers ? [fromMarkers.ours, fromMarkers.theirs].filter((side) => isUsable(kind, side, first.ours)) : [];
    return [first.theirs, ...byHand].reduce<Merged<MergedRecord>>(
      (merged, side) => (merged.ok ? merge(first.base, merged.record, side) : merged),
      { ok: true, record: first.ours as MergedRecord },
    );
  }

  #waysOf(file: string): readonly [Judge, Merge] {
    if (file === FACTS_FILE) return [this.#kinds.facts, mergeFacts];
    return file === PEOPLE_FILE ? [this.#kinds.people, mergePeople] : [this.#kinds.incident, mergeRecords];
  }

  /** Only where the file still holds what was read. `written` is false where it does not: two windows merge once. */
  async #write(file: string, bytes: Buffer, record: MergedRecord): Promise<{ readonly ok: true; readonly written: boolean } | Refused> {
    const { folder, journal, lockTimes = LOCK_TIMES } = this.options;
    return await underLock({ folder, file }, lockTimes, async (stillMine) => {
      const target = new DurableFile(this.#path(file), folder, stillMine);
      const now = await target.readAsIs();
      if (!now?.bytes.equals(bytes)) return { ok: true, written: false } as const;
      const refusal = await journal.backups.keepReplaced(file, bytes, file === FACTS_FILE ? record.id : undefined);
      if (refusal) return refusal;
      await target.write(record);
      return { ok: true, written: true } as const;
    });
  }
}

/** Undefined where there is nothing, or it cannot be read: another look at the journal says so. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return (await unlessRefused(readBytes(path)))?.bytes;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

interface ParsedSides {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Undefined where one of the two sides would lose something by being read. Each is brought into this version's format. */
function parsedSides(kind: Judge, sides: Sides | undefined): ParsedSides | undefined {
  const [ours, theirs] = [parsedSide(kind, sides?.ours), parsedSide(kind, sides?.theirs)];
  return ours === undefined || theirs === undefined ? undefined : { base: parsedSide(kind, sides?.base), ours, theirs };
}

/** A text that was decoded with a replacement for a wrong byte is none of these. */
function parsedSide(kind: Judge, text: string | undefined): unknown {
  if (text === undefined || text.includes('\uFFFD')) return undefined;
  try {
    const value = parseFaithfully(Buffer.from(text));
    const verdict = kind.judge(value);
    return verdict.state === 'valid' ? verdict.record : value;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Whether a side is a whole record, the same one as another side. */
function isUsable(kind: Judge, side: unknown, other: unknown): boolean {
  return kind.judge(side).state === 'valid' && (side as MergedRecord).id === (other as MergedRecord).id;
}
