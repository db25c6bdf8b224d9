import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { customAlphabet } from 'nanoid';
import { Journal } from '../../../src/store/journal';
import type { JournalOptions } from '../../../src/store/journal';
import { incident } from '../journal/sample';
import type { Incident } from '../../../src/core/journal/schema';

export const newId = customAlphabet('0123456789abcdefghjkmnpqrstvwxyz', 10);

/** A folder of its own for each test, gone afterwards. Called inside `describe`. */
export function ownFolder(): { readonly path: () => string } {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'lead-debrief-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return { path: () => path };
}

/** A journal below a folder, as one window has it. */
export function journalIn(folder: string, more: Partial<JournalOptions> = {}): Journal {
  return new Journal({ folder: join(folder, '.lead-debrief'), now: () => Date.UTC(2026, 10, 24, 12), newId, lookAgain: [1, 1], ...more });
}

/** A journal that has read everything. */
export async function openJournal(folder: string, more: Partial<JournalOptions> = {}): Promise<Journal> {
  const journal = journalIn(folder, more);
  await journal.load();
  await journal.whenLoaded;
  return journal;
}

/** Every file below a folder with its text. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

/** What a writer may leave behind: nothing of it, after a save that ended. */
export const leftovers = (folder: string): readonly string[] => Object.keys(filesIn(folder)).filter((file) => /\.tmp$|(^|\/)\.lock/.test(file));

export const ID = '7k3f9q2mxa';
export const OTHER = '8k3f9q2mxa';
/** Where the incident `ID` is written. */
export const FILE = `.lead-debrief/incidents/2026/2026-11-24-checkout-errors-${ID}.debrief.json`;

export const setStakes = (stakes: string) => (record: Incident) => ({ ...record, stakes });

/** A folder of its own for each test, and what most tests do in it. */
export function workspace() {
  const folder = ownFolder();

  function put(text: string | Uint8Array, file = FILE): void {
    const path = join(folder.path(), file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  async function withOne(more: Partial<Incident> = {}): Promise<Journal> {
    const journal = await openJournal(folder.path());
    assert.ok((await journal.create(incident(ID, more))).ok);
    return journal;
  }

  /** How often the journal told of a change while `work` ran. */
  async function toldIn(journal: Journal, work: () => Promise<unknown>): Promise<number> {
    let told = 0;
    const subscription = journal.onDidChange(() => told++);
    await work();
    subscription.dispose();
    return told;
  }

  return { folder, path: () => join(folder.path(), FILE), put, withOne, toldIn };
}
