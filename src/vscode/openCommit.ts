import * as vscode from 'vscode';
import { basename, join } from 'node:path';
import type { EvidenceEntry } from '../core/evidence/entry';
import { readChangedFiles } from '../sources/changedFiles';
import { gitPath } from './git';

/** Opens a commit in the editor: each file that it changed, before and after, from the built-in git extension. */
export async function openCommit(entry: Pick<EvidenceEntry, 'commit' | 'title'>, root: string | undefined): Promise<void> {
  const { commit } = entry;
  if (commit === undefined || root === undefined) return;
  const { files, problem } = await readChangedFiles({ root, git: (await gitPath()) ?? 'git', commit });
  if (problem !== undefined) return void vscode.window.showWarningMessage(problem);
  const resources = files.map(({ path, change, parent }) => {
    const uri = vscode.Uri.file(join(root, path));
    return [uri, change === 'added' || parent === undefined ? undefined : atCommit(uri, parent), change === 'deleted' ? undefined : atCommit(uri, commit)];
  });
  await vscode.commands.executeCommand('vscode.changes', `${commit.slice(0, 7)} ${entry.title || basename(root)}`, resources);
}

/** A file as it was in a commit, in the form that the built-in git extension reads. */
function atCommit(uri: vscode.Uri, ref: string): vscode.Uri {
  return uri.with({ scheme: 'git', query: JSON.stringify({ path: uri.fsPath, ref }) });
}
