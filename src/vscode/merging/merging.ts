import * as vscode from 'vscode';
import pLimit from 'p-limit';
import { fileNameParts } from '../../core/journal/filename';
import { readIndexSides } from '../../sources/indexSides';
import { Conflicts, type MergedFile, type Sides } from '../../store/conflicts';
import type { Journal } from '../../store/journal';
import { gitPath } from '../git';
import { areContentsHidden } from '../hiding';
import { plain } from '../plain';

/** Merges files in which git left a conflict, and says so once. Staging is the person's. */
export class Merging {
  readonly #conflicts: Conflicts;
  readonly #inTurn = pLimit(1);

  constructor(journal: Journal, folder: string) {
    this.#conflicts = new Conflicts({ journal, folder, sidesFromIndex });
  }

  merge(): void {
    void this.#inTurn(async () => say(await this.#conflicts.merge()));
  }
}

/** Off in Restricted Mode, as all of git: the markers do without it. */
async function sidesFromIndex(path: string): Promise<Sides | undefined> {
  const git = vscode.workspace.isTrusted ? await gitPath() : undefined;
  return git === undefined ? undefined : readIndexSides(path, git);
}

function say(files: readonly MergedFile[]): void {
  const merged = files.filter(({ ok }) => ok);
  const [one] = merged;
  const words = merged.length === 1 && one
    ? vscode.l10n.t('Merged {0}. Stage it with git add.', shownFile(one.file))
    : vscode.l10n.t('Merged {0} files of the journal. Stage them with git add.', merged.length);
  if (one) void vscode.window.showInformationMessage(plain(words));
  for (const each of files) if (!each.ok) void explain(each.file, each.reason);
}

/** The name of a file holds the title of its incident. */
function shownFile(file: string): string {
  return areContentsHidden() ? vscode.l10n.t('A file of the journal') : fileNameParts(file).name;
}

async function explain(file: string, reason: string): Promise<void> {
  const open = vscode.l10n.t('Open File');
  const words = vscode.l10n.t('{0} has git’s conflict markers and was not merged: {1}', shownFile(file), reason);
  if ((await vscode.window.showWarningMessage(plain(words), open)) === open) await vscode.commands.executeCommand('leadDebrief.openFile', file);
}
