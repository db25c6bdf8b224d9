// What tests inside the extension host share.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

/** How long `until` waits, in milliseconds. */
const PATIENCE = 20_000;
const freshFolders = new Set<string>();

/** Our extension, as the editor knows it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('lead-debrief.lead-debrief');
  assert.ok(found, 'the extension is not there');
  return found;
}

/** What our extension returns when it is activated; activates it if need be. */
export async function activated<Api>(): Promise<Api> {
  return (await extension().activate()) as Api;
}

/** The folder that this window has open: a copy of the sample workspace, made for this run. */
export function workspaceFolder(): string {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri.fsPath;
}

/** The journal of the open folder, whether it is there yet or not. */
export const journalFolder = (): string => path.join(workspaceFolder(), '.lead-debrief');

/** Takes the journal of the open folder away, so that a test starts with none. */
export const withoutJournal = (): void => rmSync(journalFolder(), { recursive: true, force: true, maxRetries: 5 });

/** An empty folder outside the workspace, removed when the run is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lead-debrief-test-'));
  freshFolders.add(folder);
  return folder;
}

after(() => {
  for (const folder of freshFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Asks again and again until the answer is something; fails with `what` after 20 s. */
export async function until<Answer>(what: string, ask: () => Answer | undefined | null | false | Promise<Answer | undefined | null | false>): Promise<Answer> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) assert.fail(`waited in vain for ${what}`);
    await pause(50);
  }
}
