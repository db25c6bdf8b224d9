// What tests of the journal's place share.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { freshFolder } from './harness/folders';
import { JournalFiles } from './journalFiles';
import { HistoryTree } from './reflection';
import type { Workbench } from './workbench';

/** The title of the question where the journal is kept. */
export const WHERE = 'Where Is the Journal Kept?';

export const hasJournal = ({ folder }: JournalFiles): boolean => existsSync(folder);

/** Declares an incident: Enter, Enter. */
export async function declare(window: Workbench, title: string): Promise<void> {
  await window.page.bringToFront();
  await window.palette('Debrief: Declare an Incident');
  await asked(window, '(1 of 2)');
  await window.quickInput.enter(title);
  await asked(window, '(2 of 2)');
  await window.quickInput.press('Enter');
}

/** Waits until the quick input asks this. */
export async function asked(window: Workbench, title: string): Promise<void> {
  await window.quickInput.title.filter({ hasText: title }).waitFor();
}

/** Waits until the history lists this incident. */
export async function shows(window: Workbench, title: string): Promise<void> {
  await window.showSidebar();
  await new HistoryTree(window).row(title).waitFor();
}

export const modalOf = (window: Workbench): Locator => window.dialog;

/** A workspace file with folders of these names, in a folder of its own. */
export function workspaceOf(...names: readonly string[]): { file: string; folders: readonly string[]; journals: readonly JournalFiles[] } {
  const root = freshFolder();
  const folders = names.map((name) => path.join(root, name));
  const journals = folders.map((folder) => new JournalFiles(folder));
  for (const folder of folders) mkdirSync(folder);
  const file = path.join(root, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((name) => ({ path: name })) }));
  return { file, folders, journals };
}
