// What tests of the journal's place share.
import { existsSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import type { JournalFiles } from './journalFiles';
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
