import * as vscode from 'vscode';
import type { Journal } from '../store/journal';
import { JOURNAL_FOLDER } from './place';

/** Events that come in a row count as one. */
const TOGETHER = 100;

/** Reads again what changed outside: on the editor's own file events, and all of it when the window comes to the front. */
export function watchJournal(journal: Journal, root: vscode.WorkspaceFolder): vscode.Disposable {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const read = (): void => {
    timer = undefined;
    const paths = [...changed];
    changed.clear();
    void journal.refresh(paths);
  };
  const note = (uri: vscode.Uri): void => {
    changed.add(uri.fsPath);
    timer ??= setTimeout(read, TOGETHER);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, `${JOURNAL_FOLDER}/**/*.json`));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(note),
    watcher.onDidCreate(note),
    watcher.onDidDelete(note),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && void journal.refresh()),
    { dispose: () => clearTimeout(timer) },
  );
}
