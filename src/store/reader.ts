import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { inBatches } from './batches';
import { exists } from './founding';
import { listJournal } from './listing';
import type { Look, Lookable } from './place';
import { isSystemError } from './systemError';
import { sweepTemporary } from './temporaryFile';

/** What a person sees first; the rest of ten years follows behind. */
const FIRST = 300;
/** Files whose stamp is asked for at a time. */
const STAMPS = 256;
/** Files that are read at a time. Few, since each may have 5 MB. */
const FILES = 32;
/** A file that cannot be parsed may be half written by an editor. When to look again, in milliseconds after the last look. */
export const LOOK_AGAIN: readonly number[] = [100, 300, 1000];

export interface ReaderOptions {
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly lookAgain: readonly number[];
  /** Where an incident's file is held. */
  readonly incident: (file: string) => Lookable;
  /** The incidents' files that are held. */
  readonly known: () => readonly string[];
  /** The files that are no incidents. */
  readonly singles: readonly Lookable[];
  /** The folder is there. */
  readonly onFolder: () => void;
  /** What the journal shows has changed. */
  readonly tell: () => void;
}

interface Looks {
  readonly changed: boolean;
  readonly doubtful: readonly Lookable[];
}

/** Brings what is on the disk into memory: everything at opening, then what has changed. Writes nothing but the sweep. */
export class Reader {
  /** Why the folder cannot be listed, as a sentence. */
  problem: string | undefined;

  constructor(private readonly options: ReaderOptions) {}

  /**
   * Reads the newest 300 and tells.
   * @returns what is still to be done: reads the rest and tells again
   */
  async open(): Promise<() => Promise<void>> {
    const { folder, singles, incident, onFolder, tell } = this.options;
    const listing = this.#list();
    const found: string[] = [];
    for (let next = await listing.next(); !next.done; next = await listing.next()) {
      found.push(...next.value);
      if (found.length >= FIRST) break;
    }
    if (await exists(folder).catch(() => true)) onFolder();
    const { doubtful } = await this.#lookAt([...singles, ...found.slice(0, FIRST).map(incident)]);
    tell();
    return async () => {
      const again = this.#lookAgain(doubtful);
      for await (const files of listing) found.push(...files);
      await this.#readRest(found.slice(FIRST));
      await again;
    };
  }

  async #readRest(files: readonly string[]): Promise<void> {
    const { doubtful } = await this.#lookAt(files.map(this.options.incident));
    if (files.length > 0) this.options.tell();
    await this.#lookAgain(doubtful);
  }

  /** Names of incidents, newest first, a folder at a time. What killed writers left is removed on the way. */
  async *#list(): AsyncGenerator<readonly string[]> {
    const { folder, now } = this.options;
    try {
      for await (const { records, temporary } of listJournal(folder)) {
        await sweepTemporary(temporary.map((file) => join(folder, file)), now());
        yield records;
      }
      this.problem = undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.problem = l10n.t('The journal’s folder cannot be read ({0}): {1}', error.code, folder);
    }
  }

  /** Looks at these incidents, or at everything: the folder's files, and those that are not there any more. */
  async refresh(files: readonly string[] | undefined, singles: readonly Lookable[]): Promise<void> {
    const before = this.problem;
    const all = files ?? [...new Set([...(await this.#names()), ...this.options.known()])];
    const { changed, doubtful } = await this.#lookAt([...singles, ...all.map(this.options.incident)]);
    if (changed || this.problem !== before) this.options.tell();
    await this.#lookAgain(doubtful);
  }

  async #names(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const files of this.#list()) names.push(...files);
    return names;
  }

  async #lookAt(places: readonly Lookable[], sure = false): Promise<Looks> {
    const toRead: Lookable[] = [];
    await inBatches(places, STAMPS, (place) => place.isUnchanged(), (place, unchanged) => void (unchanged || toRead.push(place)));
    const by: Readonly<Record<Look | 'overtaken', Lookable[]>> = { same: [], changed: [], doubtful: [], overtaken: [] };
    await inBatches(toRead, FILES, (place) => place.read(), (place, answer) => void by[answer.take(sure) ?? 'overtaken'].push(place));
    for (const place of by.overtaken) by[await place.look(sure)].push(place);
    return { changed: by.changed.length > 0, doubtful: by.doubtful };
  }

  async #lookAgain(places: readonly Lookable[]): Promise<void> {
    let doubtful = places;
    const waits = this.options.lookAgain;
    for (const [round, wait] of waits.entries()) {
      if (doubtful.length === 0) return;
      await pause(wait);
      const looks = await this.#lookAt(doubtful, round === waits.length - 1);
      if (looks.changed) this.options.tell();
      doubtful = looks.doubtful;
    }
  }
}
