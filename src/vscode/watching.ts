import * as vscode from 'vscode';
import { basename, dirname } from 'node:path';
import type { Journal } from '../store/journal';
import { FolderWatches } from './folderWatches';

/** Events that come in a row count as one. */
const TOGETHER = 100;

/** Reads again what changed outside: on file events, and all of it when the window comes to the front. */
export function watchJournal(journal: Journal, { fsPath: folder }: vscode.Uri): vscode.Disposable {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const read = (): void => {
    timer = undefined;
    const paths = [...changed];
    changed.clear();
    void journal.refresh(paths);
  };
  const note = (path: string): void => {
    changed.add(path);
    timer ??= setTimeout(read, TOGETHER);
  };
  const folders = new FolderWatches(folder, (path) => (path === undefined ? void journal.refresh() : note(path)));
  const cameOrWent = ({ fsPath }: vscode.Uri): void => (fsPath === folder ? folders.startAgain() : note(fsPath));
  const watchers = patterns(folder).map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
  return vscode.Disposable.from(
    folders,
    ...watchers.flatMap((watcher) => [watcher, watcher.onDidChange(({ fsPath }) => note(fsPath)), watcher.onDidCreate(cameOrWent), watcher.onDidDelete(cameOrWent)]),
    journal.onDidChange(() => folders.follow()),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && void journal.refresh()),
    { dispose: () => clearTimeout(timer) },
  );
}

/** In a workspace folder, which the editor watches anyway, one pattern. Outside: the folder, and apart from it that it comes or goes, for all below its parent may be a whole disk. */
function patterns(folder: string): readonly vscode.RelativePattern[] {
  const [parent, name] = [vscode.Uri.file(dirname(folder)), basename(folder)];
  if (vscode.workspace.getWorkspaceFolder(parent)) return [new vscode.RelativePattern(parent, `{${name},${name}/**/*.json}`)];
  return [new vscode.RelativePattern(vscode.Uri.file(folder), '**/*.json'), new vscode.RelativePattern(parent, name)];
}
