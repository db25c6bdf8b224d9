import * as vscode from 'vscode';

/** Calls when a file below a folder that is like a pattern is made, changed or deleted. @param folder absolute */
export function watched(folder: string, pattern: string, note: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), pattern));
  return vscode.Disposable.from(watcher, watcher.onDidChange(note), watcher.onDidCreate(note), watcher.onDidDelete(note));
}
