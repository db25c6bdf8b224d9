import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { FORMAT } from '../core/journal/values';
import type { JournalFacts } from '../core/journal/schema';
import { DurableFile } from './durableFile';
import { FACTS_FILE } from './recordKind';
import { hasCode } from './systemError';

/** Keeps the journal out of the repository around it until the person shares it. */
export const IGNORE_ALL = '*\n';

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/**
 * Inside the lock, before a journal's first record: `.gitignore`, then `debrief-journal.json`. A journal that has the latter is
 * complete, and a `.gitignore` that the person took away from it stays away.
 */
export async function foundJournal(folder: string, newId: () => string, stillMine: () => Promise<boolean>): Promise<void> {
  if (await exists(join(folder, FACTS_FILE))) return;
  const ignore = join(folder, '.gitignore');
  if (!(await exists(ignore))) await new DurableFile(ignore, folder, stillMine).writeText(IGNORE_ALL);
  const facts: JournalFacts = { format: FORMAT, id: newId(), shared: false };
  await new DurableFile(join(folder, FACTS_FILE), folder, stillMine).write(facts);
}
