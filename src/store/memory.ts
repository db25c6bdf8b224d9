import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { isDeleted } from '../core/journal/deletion';
import type { Digest } from '../core/journal/deletion';
import { fileNameParts } from '../core/journal/filename';
import type { Incident } from '../core/journal/schema';
import type { Entry } from './entry';
import type { Shelf } from './place';
import { faultWords } from './reading';
import type { Held } from './reading';

/** The digest in a deletion field. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

interface Known {
  readonly file: string;
  readonly held: Held<Incident>;
  readonly id: string | undefined;
  /** When it began, in milliseconds; what lists are sorted by. */
  readonly start: number;
  readonly deleted: boolean;
}

/** One file's place in memory. A class and no closures: opening makes one for each of 10,000 files. */
class IncidentShelf implements Shelf<Incident> {
  constructor(
    private readonly memory: Memory,
    private readonly file: string,
  ) {}

  held(): Held<Incident> | undefined {
    return this.memory.held(this.file);
  }

  put(held: Held<Incident>): void {
    this.memory.put(this.file, held);
  }
}

/** The incidents of the journal as this window last saw them. Knows no disk. */
export class Memory {
  readonly #known = new Map<string, Known>();
  readonly #filesById = new Map<string, Set<string>>();
  #lists: { readonly shown: readonly Entry[]; readonly deleted: readonly Entry[] } | undefined;

  held(file: string): Held<Incident> | undefined {
    return this.#known.get(file)?.held;
  }

  shelf(file: string): Shelf<Incident> {
    return new IncidentShelf(this, file);
  }

  files(): readonly string[] {
    return [...this.#known.keys()];
  }

  put(file: string, held: Held<Incident>): void {
    this.#forgetId(file);
    const known = knownOf(file, held);
    this.#known.set(file, known);
    if (known.id !== undefined) {
      const files = this.#filesById.get(known.id) ?? new Set();
      this.#filesById.set(known.id, files.add(file));
    }
    this.#lists = undefined;
  }

  #forgetId(file: string): void {
    const id = this.#known.get(file)?.id;
    if (id !== undefined) this.#filesById.get(id)?.delete(file);
  }

  /** Without what is deleted, newest first. */
  shown(): readonly Entry[] {
    return this.#listed().shown;
  }

  deleted(): readonly Entry[] {
    return this.#listed().deleted;
  }

  get(id: string): Entry | undefined {
    const known = this.#candidates(id)[0];
    return known && this.#entryOf(known);
  }

  #listed() {
    this.#lists ??= this.#list();
    return this.#lists;
  }

  #list() {
    const current = [...this.#known.values()].filter((each) => !this.#isMoved(each)).sort(newestFirst);
    const entries = current.map((each) => [each.deleted, this.#entryOf(each)] as const);
    const only = (deleted: boolean) => entries.filter((each) => each[0] === deleted).map((each) => each[1]);
    return { shown: only(false), deleted: only(true) };
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

  #entryOf(known: Known): Entry {
    const { file, held, deleted } = known;
    const { outcome, missing } = held;
    if (outcome.state !== 'ok') return { ...outcome, ...nameOf(known), file, missing, reason: faultWords(nameOf(known).name, outcome) };
    const others = this.#others(known);
    if (others.length === 0) return { state: 'ok', record: outcome.record, file, missing, deleted };
    return { state: 'duplicate', record: outcome.record, file, missing, others, ...nameOf(known), reason: duplicateWords(file, others) };
  }
}

function duplicateWords(file: string, others: readonly string[]): string {
  return l10n.t('{0} has the same id as {1}, so neither is changed. Keep one of them, or give the copy an id of its own.', file, others.join(', '));
}

/** By the time in the record, else by the day in the file's name; then by id, so that the order is the same in every window. */
function newestFirst(a: Known, b: Known): number {
  return b.start - a.start || ((a.id ?? a.file) < (b.id ?? b.file) ? 1 : -1);
}

function knownOf(file: string, held: Held<Incident>): Known {
  const { outcome } = held;
  if (outcome.state === 'ok') {
    const { record } = outcome;
    return { file, held, id: record.id, start: timeOf(record.window.start), deleted: isDeleted(record, digest) };
  }
  const record = contentOf(held);
  const parts = fileNameParts(file);
  return { file, held, id: typeof record.id === 'string' ? record.id : parts.id, start: timeOf(startOf(record) ?? parts.day ?? ''), deleted: false };
}

/** 0 where it is not a time. */
const timeOf = (time: string): number => Date.parse(time) || 0;

const contentOf = ({ outcome }: Held<Incident>): Readonly<Record<string, unknown>> =>
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
