import * as vscode from 'vscode';
import { relative, sep } from 'node:path';
import type { DocumentSource } from '../../sources/documentSource';
import { isMarkdown } from '../../sources/markdownFiles';
import { Soon } from '../soon';
import { watched } from '../watched';

/** Files that change in a row are looked at together, and commits that land: milliseconds. */
const FILES = 400;
const COMMITS = 30_000;
const MARKDOWN = '**/*.{md,mdx,mdown,mkd,mkdn,markdown,erb}';
/** What git writes when something landed or was fetched. */
const LANDED = '.git/{HEAD,FETCH_HEAD,packed-refs,logs/HEAD}';

/** Has the documents that change looked at. */
export function watchDocuments(source: DocumentSource, look: () => void): vscode.Disposable {
  const { folder } = source;
  const soon = new Soon(FILES, look);
  const note = ({ fsPath, scheme }: vscode.Uri): void => {
    if (scheme !== 'file' || !fsPath.startsWith(folder + sep) || !isMarkdown(fsPath)) return;
    source.note([relative(folder, fsPath).replaceAll(sep, '/')]);
    soon.start();
  };
  // Saving is heard of sooner than the watcher says, and where that sees nothing.
  return vscode.Disposable.from(soon, vscode.workspace.onDidSaveTextDocument(({ uri }) => note(uri)), watched(folder, MARKDOWN, note));
}

/**
 * Has everything looked at when something landed or was checked out: on Linux the editor's watcher misses files in folders that are made in a
 * row, as git makes them.
 */
export function watchHistories(folders: readonly string[], look: () => void): vscode.Disposable {
  const soon = new Soon(COMMITS, look);
  return vscode.Disposable.from(soon, ...folders.map((folder) => watched(folder, LANDED, () => soon.start())));
}
