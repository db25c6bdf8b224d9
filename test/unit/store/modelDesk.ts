import assert from 'node:assert/strict';
import fs, { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { digest } from '../../../src/store/digest';
import { isDeleted } from '../../../src/core/journal/deletion';
import type { Incident } from '../../../src/core/journal/schema';
import type { Journal } from '../../../src/store/journal';
import type { Refused, Saved } from '../../../src/store/refusal';
import { incident } from '../journal/sample';
import { newId, openJournal, setStakes } from './journalFolder';

/** What a plain map holds of an incident. */
export interface Known {
  readonly text: string;
  readonly deleted: boolean;
  /** Somebody broke the file by hand, and it is like that until somebody mends it. */
  readonly broken?: boolean;
}

const WRITING = ['open', 'rename', 'unlink', 'mkdir'] as const;
const real = { ...fs.promises };

/** Two windows on one journal, a person who edits files by hand, and a plain map that says what must be there. */
export class Desk {
  /** How many writes failed. */
  faults = 0;
  readonly known = new Map<string, Known>();
  #texts = 0;

  private constructor(
    readonly folder: string,
    readonly windows: Journal[],
  ) {}

  static async open(folder: string): Promise<Desk> {
    return new Desk(folder, await Promise.all([window(folder), window(folder)]));
  }

  /** A text that nobody wrote before. */
  text(): string {
    return `Text ${++this.#texts}`;
  }

  /** One of the incidents that there are. */
  pick(n: number): string | undefined {
    return [...this.known.keys()].sort()[n % Math.max(1, this.known.size)];
  }

  window(n: number): Journal {
    return this.windows[n % 2] as Journal;
  }

  async reopen(n: number): Promise<void> {
    this.windows[n % 2] = await window(this.folder);
  }

  async create(n: number): Promise<void> {
    const [id, text] = [newId(), this.text()];
    assert.ok((await this.window(n).create(incident(id, { stakes: text }))).ok);
    this.known.set(id, { text, deleted: false });
  }

  /** Does what changes one incident; where its file is broken, that must be refused. */
  async change(id: string, work: () => Promise<Saved<Incident> | Refused>, after: Known): Promise<void> {
    const outcome = await work();
    const isBroken = this.known.get(id)?.broken === true;
    assert.equal(outcome.ok, !isBroken, outcome.ok ? 'a broken file was written' : outcome.reason);
    if (outcome.ok) this.known.set(id, after);
  }

  /** The same on a disk on which one call fails. Old or new is there then; what was acknowledged is there for certain. */
  async changeOnBadDisk(n: number, id: string, call: number): Promise<void> {
    const before = this.known.get(id);
    if (!before || before.broken) return;
    const text = this.text();
    const restore = failAt(call);
    let outcome: Saved<Incident> | Refused;
    try {
      outcome = await this.window(n).update(id, setStakes(text));
    } finally {
      if (restore()) this.faults++;
    }
    // The change undoes a deletion, as any edit does.
    const after: Known = { text, deleted: false };
    if (!outcome.ok) assert.match(outcome.reason, /\.$/);
    const isThere = this.#onDisk().get(id)?.text === text;
    assert.ok(isThere || !outcome.ok, 'what was acknowledged is there');
    if (isThere) this.known.set(id, after);
  }

  /** Somebody writes the file with an editor. */
  editByHand(id: string): void {
    const path = this.#pathOf(id);
    const text = this.text();
    const record = incident(id, { stakes: text });
    writeFileSync(`${path}.new`, JSON.stringify(record));
    renameSync(`${path}.new`, path);
    this.known.set(id, { text, deleted: false });
  }

  breakByHand(id: string): void {
    writeFileSync(this.#pathOf(id), `{ "format": 1, "id": "${id}", "stakes": `);
    this.known.set(id, { ...(this.known.get(id) as Known), broken: true });
  }

  /** What is on the disk is what the map says. */
  async holds(): Promise<void> {
    assert.deepEqual(sorted(this.#onDisk()), sorted(this.known));
  }

  /** So are both windows, once they have looked. */
  async holdsEverywhere(): Promise<void> {
    for (const journal of this.windows) {
      await journal.refresh();
      const all = [...journal.entries(), ...journal.deletedEntries()].filter(({ missing }) => !missing);
      assert.equal(all.length, this.known.size);
      for (const entry of all) {
        if (entry.state !== 'ok') assert.ok(this.known.get(entry.state === 'duplicate' ? '' : (entry.id ?? ''))?.broken, entry.reason);
        else assert.deepEqual({ text: entry.record.stakes, deleted: entry.deleted }, this.known.get(entry.record.id));
      }
    }
  }

  #onDisk(): Map<string, Known> {
    const found = new Map<string, Known>();
    for (const path of this.#files()) {
      const id = /-([0-9a-z]{10})\.debrief\.json$/.exec(path)?.[1] ?? '';
      const text = readFileSync(path, 'utf8');
      try {
        const record = JSON.parse(text) as Incident;
        found.set(id, { text: record.stakes ?? '', deleted: isDeleted(record, digest) });
      } catch {
        found.set(id, { ...(this.known.get(id) as Known), broken: true });
      }
    }
    return found;
  }

  #files(): readonly string[] {
    const incidents = join(this.folder, '.lead-debrief', 'incidents');
    if (!existsSync(incidents)) return [];
    const files = readdirSync(incidents, { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.debrief.json')).map((file) => join(incidents, file));
  }

  #pathOf(id: string): string {
    const path = this.#files().find((file) => file.includes(id));
    assert.ok(path, `${id} has a file`);
    return path;
  }
}

const window = (folder: string): Promise<Journal> => openJournal(folder, { backups: join(folder, 'backups'), later: () => undefined });

const sorted = (map: ReadonlyMap<string, Known>): readonly (readonly [string, Known])[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** The n-th call that writes from now on fails as on a full disk. Gives how to end that, which says whether it came to it. */
function failAt(n: number): () => boolean {
  let calls = 0;
  for (const name of WRITING) {
    const call = real[name] as (...args: unknown[]) => Promise<unknown>;
    const counted = (...args: unknown[]) => (++calls === n ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: name })) : call(...args));
    Object.assign(fs.promises, { [name]: counted });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs.promises, real);
    syncBuiltinESMExports();
    return calls >= n;
  };
}
