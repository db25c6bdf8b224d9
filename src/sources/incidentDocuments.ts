import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { mayTell } from '../core/documents/mayTell';
import { readIncidentDocument } from '../core/documents/read';
import { holdsIncidents } from '../core/documents/called';
import { documentClaim, toldBy, type ToldDocument } from '../core/found/documentClaim';
import type { Known } from '../core/journal/known';
import { claimSchema, type Claim } from '../core/journal/schema';
import { readDocument } from './documentFile';
import { NOBODYS, isMarkdown, markdownFiles } from './markdownFiles';
import { Slices } from './slices';

const MEMORY_FORMAT = 1;
/** Folders that hold no documents of a team, beside git's own and installed packages. */
const WITHOUT = [...NOBODYS, '.lead-debrief', '.venv', 'venv', 'site-packages', 'bower_components', 'vendor'];
/** More Markdown files than these are not looked at: nobody's own hold so many. */
export const MOST_FILES = 20_000;
/** A larger file is no report that somebody wrote: bytes. The longest of 350 that were read has 20 KB. */
const LARGEST = 400_000;
/**
 * Asking the disk and waiting costs a sixth of asking it and doing something else meanwhile (25 ms for 2,000 files, against 200 ms of work). A
 * disk that once took longer than this, in milliseconds, is not waited for again.
 */
const SLOW = 15;
/** After each slice of work it rests so long, in milliseconds: three quarters of the time are others'. */
const REST = 45;

const seenFile = v.tuple([v.number(), v.number(), v.nullable(claimSchema)]);
/** What is remembered of one folder: for each Markdown file its size, when it was changed (milliseconds) and what it tells. */
export const documentsMemory = v.looseObject({
  format: v.literal(MEMORY_FORMAT),
  /** The zone of times for which a document states none. */
  zone: v.string(),
  files: v.record(v.string(), seenFile),
});
export type DocumentsMemory = Known<v.InferOutput<typeof documentsMemory>>;

export interface DocumentsQuestion {
  /** Absolute. */
  readonly folder: string;
  /** What the folder is called in claims. */
  readonly name: string;
  /** What was remembered, as it was parsed; what cannot be used is no memory. */
  readonly memory: unknown;
  readonly zone: string;
  /** Looks at these paths below the folder only, with "/" between; undefined: at all. */
  readonly only?: readonly string[];
  /** Gives the look up: what was seen until then is remembered. */
  readonly signal: AbortSignal;
}

export interface DocumentsLook {
  readonly memory: DocumentsMemory;
  /** Markdown files that are there, and those of them that were read now. */
  readonly there: number;
  readonly read: number;
  /** There are more than are looked at. */
  readonly cut: boolean;
}

/**
 * Looks at the Markdown files of a folder, and reads those that changed since. Follows no link, writes nothing, rests every few
 * milliseconds. Never rejects: what cannot be read is not there.
 */
export async function lookAtDocuments(question: DocumentsQuestion): Promise<DocumentsLook> {
  return new DocumentsLooker(question).look();
}

/** What a memory tells, without a look. */
export function claimsIn(memory: unknown): readonly Claim[] {
  return Object.values(usable(memory)?.files ?? {}).flatMap(([, , claim]) => claim ?? []);
}

function usable(memory: unknown): DocumentsMemory | undefined {
  const { success, output } = v.safeParse(documentsMemory, memory);
  return success ? (output as DocumentsMemory) : undefined;
}

type SeenFile = DocumentsMemory['files'][string];

class DocumentsLooker {
  readonly #slices = new Slices();
  readonly #before: Readonly<Record<string, SeenFile>>;
  readonly #files: Map<string, SeenFile>;
  #read = 0;
  #isSlow = false;

  constructor(private readonly question: DocumentsQuestion) {
    const { memory, zone, only } = question;
    const known = usable(memory);
    this.#before = known?.zone === zone ? known.files : {};
    this.#files = new Map(only ? Object.entries(this.#before) : []);
  }

  async look(): Promise<DocumentsLook> {
    const { zone, signal, only } = this.question;
    let [there, cut] = [0, false];
    for await (const path of only ? inFolder(only) : markdownFiles(this.question.folder, WITHOUT)) {
      cut = there >= MOST_FILES;
      if (signal.aborted || cut) break;
      there += 1;
      await this.#lookAt(path);
      if (this.#slices.isOver) await this.#rest();
    }
    // Given up half way: what was not reached is as it was.
    const files = signal.aborted ? { ...this.#before, ...Object.fromEntries(this.#files) } : Object.fromEntries(this.#files);
    return { memory: { format: MEMORY_FORMAT, zone, files }, there: only ? Object.keys(files).length : there, read: this.#read, cut };
  }

  async #rest(): Promise<void> {
    if (this.question.only === undefined) await pause(REST);
    await this.#slices.rest();
  }

  async #lookAt(path: string): Promise<void> {
    const file = join(this.question.folder, path);
    const info = await this.#ask<Stats>(() => lstatSync(file), () => lstat(file));
    if (!info?.isFile()) return void this.#files.delete(path);
    const known = this.#before[path];
    if (known && known[0] === info.size && known[1] === info.mtimeMs) return void this.#files.set(path, known);
    this.#read += 1;
    const claim = info.size <= LARGEST ? await this.#claimOf(path, file, info.mtimeMs) : undefined;
    this.#files.set(path, [info.size, info.mtimeMs, (claim as SeenFile[2] | undefined) ?? null]);
  }

  /** What the disk says, waited for where it is quick; undefined where it says nothing. */
  async #ask<T>(now: () => T, later: () => Promise<T>): Promise<T | undefined> {
    if (this.#isSlow) return later().catch(() => undefined);
    const began = performance.now();
    try {
      return now();
    } catch {
      return undefined;
    } finally {
      this.#isSlow = performance.now() - began > SLOW;
    }
  }

  async #claimOf(path: string, file: string, changed: number): Promise<Claim | undefined> {
    const bytes = await this.#ask<Buffer>(() => readFileSync(file), () => readFile(file));
    if (!bytes || !mayTell(saidPath(this.question.name, path), bytes.toString('utf8'))) return undefined;
    if (this.#slices.isOver) await this.#rest();
    return (await readTold(this.question, path))?.claim(changed);
  }
}

async function* inFolder(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) if (isMarkdown(path) && !path.split('/').some((part) => WITHOUT.includes(part))) yield path;
}

/** A document that is about an incident, read as a whole. */
export interface ReadDocument {
  readonly told: ToldDocument;
  readonly claim: (changed: number) => Claim | undefined;
}

/** What a document tells; undefined where it is about no incident, or cannot be read. @param path below the folder, with "/" between */
export async function readTold({ folder, name, zone }: Pick<DocumentsQuestion, 'folder' | 'name' | 'zone'>, path: string): Promise<ReadDocument | undefined> {
  const { text } = await readDocument(join(folder, path));
  const document = text === undefined ? undefined : readIncidentDocument(saidPath(name, path), text, zone);
  if (!document?.accepted) return undefined;
  const told = toldBy(refOf(name, path), document);
  return { told, claim: (changed) => documentClaim(told, document.severity?.value, changed) };
}

/** The path that says what a document is: the open folder's own name counts where that is one of incidents. */
const saidPath = (name: string, path: string): string => (holdsIncidents(name) ? `${name}/${path}` : path);

/** What a document is called in claims: the same in each clone whose folder has its usual name. */
export const refOf = (name: string, path: string): string => `${name}/${path}`;
