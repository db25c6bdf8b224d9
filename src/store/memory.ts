import * as l10n from '@vscode/l10n';
import { absorbedAmong } from '../core/journal/absorbed';
import { isDeleted } from '../core/journal/deletion';
import { fileNameParts } from '../core/journal/filename';
import { digest } from './digest';
import type { MissingFile } from './backups/journalBackups';
import type { Entry } from './entry';
import { stringify } from './faithful';
import type { Shelf } from './place';
import { faultWords } from './reading';
import type { Held } from './reading';
import { isStub } from './recordKind';
import type { StoredIncident } from '../core/journal/schema';

interface Known {
  readonly file: string;
  readonly held: Held<StoredIncident>;
  readonly id: string | undefined;
  /** When it began, in milliseconds; what lists are sorted by. */
  readonly start: number;
  readonly deleted: boolean;
  /** Deleted for ever: only that it was is left. */
  readonly stub: boolean;
}

/** Where an incident is listed. Joined with another, which is there: absorbed. */
type Shelved = 'shown' | 'deleted' | 'absorbed';

/** One file's place in memory. A class and no closures: opening makes one for each of 10,000 files. */
class IncidentShelf implements Shelf<StoredIncident> {
  constructor(
    private readonly memory: Memory,
    private readonly file: string,
  ) {}

  held(): Held<StoredIncident> | undefined {
    return this.memory.held(this.file);
  }

  put(held: Held<StoredIncident>): void {
    this.memory.put(this.file, held);
  }
}

/** The incidents of the journal as this window last saw them. Knows no disk. */
export class Memory {
  readonly #known = new Map<string, Known>();
  readonly #filesById = new Map<string, Set<string>>();
  #lists: Record<Shelved, readonly Entry[]> | undefined;

  held(file: string): Held<StoredIncident> | undefined {
    return this.#known.get(file)?.held;
  }

  shelf(file: string): Shelf<StoredIncident> {
    return new IncidentShelf(this, file);
  }

  files(): readonly string[] {
    return [...this.#known.keys()];
  }

  put(file: string, held: Held<StoredIncident>): void {
    this.#forgetId(file);
    const known = knownOf(file, held);
    this.#known.set(file, known);
    if (known.id !== undefined) {
      const files = this.#filesById.get(known.id) ?? new Set();
      this.#filesById.set(known.id, files.add(file));
    }
    this.#lists = undefined;
  }

  /** The file is gone for good. */
  forget(file: string): void {
    this.#forgetId(file);
    this.#known.delete(file);
    this.#lists = undefined;
  }

  /** What was read and is not in the folder now. What was deleted may have been deleted for ever by another window. */
  missing(): readonly MissingFile[] {
    const missing = [...this.#known.values()].filter((each) => each.held.missing && !each.deleted && !each.stub && !this.#isMoved(each));
    return missing.map(({ file, held: { outcome } }) => ({ file, text: outcome.state === 'ok' ? stringify(outcome.record) : undefined }));
  }

  #forgetId(file: string): void {
    const id = this.#known.get(file)?.id;
    if (id !== undefined) this.#filesById.get(id)?.delete(file);
  }

  /** Newest first. */
  listed(where: Shelved): readonly Entry[] {
    return (this.#lists ??= this.#list())[where];
  }

  /** Whether an id is taken, also by one that was deleted for ever on this machine or another, and is not to return. */
  has(id: string): boolean {
    return this.#candidates(id).length > 0;
  }

  /** Nothing of what was deleted for ever. */
  get(id: string): Entry | undefined {
    const known = this.#candidates(id)[0];
    return known && this.#entryOf(known);
  }

  #list(): Record<Shelved, readonly Entry[]> {
    const current = [...this.#known.values()].filter((each) => !isGone(each) && !this.#isMoved(each)).sort(newestFirst);
    const absorbed = absorbedAmong(current.flatMap(({ held: { outcome } }) => (outcome.state === 'ok' ? [outcome.record] : [])));
    const lists: Record<Shelved, Entry[]> = { shown: [], deleted: [], absorbed: [] };
    for (const each of current) {
      const entry = this.#entryOf(each);
      if (entry) lists[each.deleted ? 'deleted' : absorbed.has(each.id ?? '') ? 'absorbed' : 'shown'].push(entry);
    }
    return lists;
  }

  /** Not there any more, but its id is there under another name: renamed by hand, or by git. */
  #isMoved(known: Known): boolean {
    return known.held.missing && known.id !== undefined && this.#candidates(known.id)[0]?.held.missing === false;
  }

  /** All that hold an id: those in the folder first, readable ones first. */
  #candidates(id: string): readonly Known[] {
    const all = [...(this.#filesById.get(id) ?? [])].flatMap((file) => this.#known.get(file) ?? []);
    const rank = ({ held }: Known): number => (held.missing ? 2 : 0) + (held.outcome.state === 'ok' ? 0 : 1);
    return all.length < 2 ? all : all.sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
  }

  #others(known: Known): readonly string[] {
    if (known.id === undefined || known.held.missing || this.#filesById.get(known.id)?.size === 1) return [];
    const rivals = this.#candidates(known.id).filter(({ held }) => !held.missing && held.outcome.state !== 'unreadable');
    return rivals.map(({ file }) => file).filter((file) => file !== known.file);
  }

  #entryOf(known: Known): Entry | undefined {
    const { file, held, deleted } = known;
    const { outcome, missing } = held;
    if (outcome.state !== 'ok') return { ...outcome, ...nameOf(known), file, missing, reason: faultWords(nameOf(known).name, outcome) };
    if (isStub(outcome.record)) return undefined;
    const others = this.#others(known);
    if (others.length === 0) return { state: 'ok', record: outcome.record, file, missing, deleted };
    return { state: 'duplicate', record: outcome.record, file, missing, others, ...nameOf(known), reason: duplicateWords(file, others) };
  }
}

/** Deleted, and its file is not there any more: deleted for ever, here or in another window. */
const isGone = ({ held, deleted, stub }: Known): boolean => stub || (held.missing && deleted);

function duplicateWords(file: string, others: readonly string[]): string {
  return l10n.t('{0} has the same id as {1}, so neither is changed. Keep one of them, or give the copy an id of its own.', file, others.join(', '));
}

/** By the time in the record, else by the day in the file's name; then by id, so that the order is the same in every window. */
function newestFirst(a: Known, b: Known): number {
  return b.start - a.start || ((a.id ?? a.file) < (b.id ?? b.file) ? 1 : -1);
}

function knownOf(file: string, held: Held<StoredIncident>): Known {
  const { outcome } = held;
  if (outcome.state === 'ok') {
    const { record } = outcome;
    if (isStub(record)) return { file, held, id: record.id, start: 0, deleted: false, stub: true };
    return { file, held, id: record.id, start: timeOf(record.window.start), deleted: isDeleted(record, digest), stub: false };
  }
  const record = contentOf(held);
  const parts = fileNameParts(file);
  return { file, held, id: typeof record.id === 'string' ? record.id : parts.id, start: timeOf(startOf(record) ?? parts.day ?? ''), deleted: false, stub: false };
}

/** 0 where it is not a time. */
const timeOf = (time: string): number => Date.parse(time) || 0;

const contentOf = ({ outcome }: Held<StoredIncident>): Readonly<Record<string, unknown>> =>
  outcome.state === 'unreadable' ? {} : (outcome.record as Readonly<Record<string, unknown>>);

function startOf({ window }: Readonly<Record<string, unknown>>): string | undefined {
  const start = typeof window === 'object' && window !== null && 'start' in window ? window.start : undefined;
  return typeof start === 'string' && !Number.isNaN(Date.parse(start)) ? start : undefined;
}

function nameOf({ file, held, id }: Known) {
  const record = contentOf(held);
  const name = typeof record.title === 'string' && record.title !== '' ? record.title : fileNameParts(file).name;
  return { id, name, start: startOf(record) };
}
