import * as vscode from 'vscode';
import type { Journal } from '../store/journal';
import { FolderWatches } from './folderWatches';
import { JOURNAL_FOLDER } from './place';

/** Events that come in a row count as one. */
const TOGETHER = 100;

/** Reads again what changed outside: on file events, and all of it when the window comes to the front. */
export function watchJournal(journal: Journal, root: vscode.WorkspaceFolder): vscode.Disposable {
  const folder = vscode.Uri.joinPath(root.uri, JOURNAL_FOLDER).fsPath;
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
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, `{${JOURNAL_FOLDER},${JOURNAL_FOLDER}/**/*.json}`));
  return vscode.Disposable.from(
    folders,
    watcher,
    watcher.onDidChange(({ fsPath }) => note(fsPath)),
    watcher.onDidCreate(cameOrWent),
    watcher.onDidDelete(cameOrWent),
    journal.onDidChange(() => folders.follow()),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && void journal.refresh()),
    { dispose: () => clearTimeout(timer) },
  );
}
