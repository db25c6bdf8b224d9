// Folders for one test run.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onStop } from '../../../tools/processes.mjs';
import { sample } from '../../../tools/workspace.mjs';

/** An empty folder, removed when the run is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-ui-'));
  onStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })); // when nothing writes to it any more
  return folder;
}

/** A copy of the sample workspace (with `year`, of the one with a year of reflections), removed when the run is over. */
export async function freshSample({ year = false } = {}): Promise<string> {
  const given = year ? undefined : process.env.TEST_SAMPLE;
  const folder = path.join(freshFolder(), 'payments');
  cpSync(given ?? (await sample({ year })), folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** Where the extension keeps what belongs to no workspace, by what the served editor was given as its data. */
export function extensionStorage(data: string): string {
  return path.join(data, 'data/User/globalStorage/lead-debrief.lead-debrief');
}
