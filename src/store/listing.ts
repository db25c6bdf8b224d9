import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SUFFIX } from '../core/journal/filename';
import { INCIDENTS } from './recordKind';
import { hasCode } from './systemError';
import { isTemporary } from './temporaryFile';

/** The files of one folder, relative to the journal's folder, with forward slashes. */
export interface Listed {
  /** Incidents, newest first by name. */
  readonly records: readonly string[];
  /** What a writer left, or is writing now. */
  readonly temporary: readonly string[];
}

/**
 * The journal folder by folder: its root, then the years downwards, so that the newest come first. A folder that is not there is empty.
 * @throws errors of the disk other than a missing folder
 */
export async function* listJournal(root: string): AsyncGenerator<Listed> {
  const atRoot = await entriesOf(root);
  yield { records: [], temporary: atRoot.filter(({ name }) => isTemporary(name)).map(({ name }) => name) };
  yield* listFolder(root, INCIDENTS);
}

async function* listFolder(root: string, folder: string): AsyncGenerator<Listed> {
  const entries = (await entriesOf(join(root, folder))).sort((a, b) => (a.name < b.name ? 1 : -1));
  for (const entry of entries) if (entry.isDirectory()) yield* listFolder(root, `${folder}/${entry.name}`);
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => `${folder}/${name}`);
  yield { records: files.filter((file) => file.endsWith(SUFFIX)), temporary: files.filter(isTemporary) };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Every incident's file, newest first by name. */
export async function listRecords(root: string): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { records } of listJournal(root)) all.push(...records);
  return all;
}
