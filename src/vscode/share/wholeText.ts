import * as vscode from 'vscode';
import { areContentsHidden, onContentsHidden } from '../hiding';

/** Of texts that are looked at and are no files: an untitled document would be kept as a copy by the editor's own backup. */
const SCHEME = 'lead-debrief-share';
const texts = new Map<string, string>();
let opened = 0;
let provider: vscode.Disposable | undefined;

/** Shows a text in an editor in which it cannot be typed. It is forgotten when that editor is closed. */
export async function openText(text: string, name: string): Promise<void> {
  provider ??= vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: ({ query }) => texts.get(query) ?? '' }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && texts.delete(uri.query)),
    onContentsHidden(() => areContentsHidden() && void close()),
  );
  opened += 1;
  const query = String(opened);
  texts.set(query, text);
  await vscode.window.showTextDocument(vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query }), { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

/** Closes them all: what is in a text editor cannot be covered. */
async function close(): Promise<void> {
  const isOurs = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.scheme === SCHEME;
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs)));
}
