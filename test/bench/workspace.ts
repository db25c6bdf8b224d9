// The sample workspace for benches that open the editor: a year of reflections, and one in progress.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { incidentFile } from '../../src/core/journal/filename';
import type { Incident } from '../../src/core/journal/schema';
import { onStop } from '../../tools/processes.mjs';
import { sample } from '../../tools/workspace.mjs';

/** A copy of the sample with a year of reflections, removed at the end. */
export async function yearWorkspace(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-bench-'));
  onStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(await sample({ year: true }), folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** Changes the sample's draft on disk, before an editor opens it; gives its id. */
export function changeDraft(folder: string, change: (draft: Incident) => Incident): string {
  const incidents = path.join(folder, '.lead-debrief', 'incidents');
  for (const file of readdirSync(incidents, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.debrief.json'))) {
    const record = JSON.parse(readFileSync(path.join(incidents, file), 'utf8')) as Incident;
    if (!record.reflection || record.reflection.finished !== undefined) continue;
    writeFileSync(path.join(incidents, file), `${JSON.stringify(change(record), null, 2)}\n`);
    return record.id;
  }
  throw new Error('The sample has no draft.');
}

/** Puts a record beside the sample's draft that is made from it, under an id of its own; gives that. */
export function addLikeDraft(folder: string, id: string, change: (draft: Incident) => Incident): string {
  changeDraft(folder, (draft) => {
    const record = { ...change(draft), id };
    const file = path.join(folder, '.lead-debrief', incidentFile(record, Date.now()));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
    return draft;
  });
  return id;
}
