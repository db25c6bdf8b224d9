import { join } from 'node:path';
import type { Journal, JournalOptions } from '../../../src/store/journal';
import { filesIn, openJournal, ownFolder, workspace } from './journalFolder';

/** A workspace, and a folder for the backups beside it; the clock is set by the test, and nothing is done later unless the test says so. */
export function withBackups() {
  const space = workspace();
  const backups = ownFolder();
  const clock = { now: Date.UTC(2026, 10, 24, 12) };
  beforeEach(() => (clock.now = Date.UTC(2026, 10, 24, 12)));

  const options = (more: Partial<JournalOptions> = {}): Partial<JournalOptions> => ({ backups: backups.path(), now: () => clock.now, later: () => undefined, ...more });
  const open = (more: Partial<JournalOptions> = {}): Promise<Journal> => openJournal(space.folder.path(), options(more));

  /** The backups of the one journal, by their names below its own folder. */
  function copies(): Readonly<Record<string, string>> {
    const all = Object.entries(filesIn(backups.path())).map(([file, text]): [string, string] => [file.slice(file.indexOf('/') + 1), text]);
    return Object.fromEntries(all.filter(([file]) => file !== 'folders.json'));
  }

  const root = () => join(space.folder.path(), '.lead-debrief');
  return { ...space, backups, clock, options, open, copies, root };
}

export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;
