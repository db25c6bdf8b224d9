// The sample workspace, open in an editor of its own.
import type { Incident } from '../../src/core/journal/schema';
import { freshSample } from './harness/folders';
import { JournalFiles } from './journalFiles';
import type { Workbench, WorkbenchOptions } from './workbench';
import { openWorkbench } from './workbench';

export interface SampleOptions extends Omit<WorkbenchOptions, 'folder'> {
  /** What its journal holds before the editor is there. None where absent. */
  readonly records?: (folder: string) => readonly Incident[];
}

/** The editor, and the journal of the workspace that is open in it. */
export interface OpenSample {
  readonly workbench: Workbench;
  readonly journal: JournalFiles;
}

/** Makes a workspace of its own for a test, and opens the editor on it. */
export async function openSample({ records, ...options }: SampleOptions = {}): Promise<OpenSample> {
  const folder = await freshSample();
  const journal = new JournalFiles(folder);
  for (const record of records?.(folder) ?? []) journal.add(record);
  return { workbench: await openWorkbench({ folder, ...options }), journal };
}
