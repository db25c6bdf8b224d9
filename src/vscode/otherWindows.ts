import { mkdirSync, watch } from 'node:fs';
import * as vscode from 'vscode';

/** The file in the editor's storage in which windows tell each other that contents were hidden or shown. */
const TOLD = 'contents';

/** Where it is. */
export const toldIn = (storage: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(storage, TOLD);

/**
 * Calls when any window of this machine told the others something, this one too. Not by the editor's own watcher, which does not see what
 * comes into a folder that was made a moment ago. Where the system has no watch left, windows follow the setting alone.
 */
export function onTold({ fsPath: storage }: vscode.Uri, listener: () => void): vscode.Disposable {
  try {
    mkdirSync(storage, { recursive: true });
    const watcher = watch(storage, { persistent: false }, (...[, name]) => name === TOLD && listener());
    watcher.on('error', () => watcher.close());
    return { dispose: () => watcher.close() };
  } catch {
    return { dispose: () => undefined };
  }
}
