import * as vscode from 'vscode';
import { areContentsHidden, onContentsHidden } from '../hiding';

/** Of texts that are looked at and are no files: an untitled document would be kept as a copy by the editor's own backup. */
const SCHEME = 'lead-debrief-share';
const texts = new Map<string, string>();
let opened = 0;
let provider: vscode.Disposable | undefined;

/** Shows a text in an editor in which it cannot be typed. It is forgotten when that editor is closed. */
export async function openText(text: string, name: string): Promise<void> {
  await vscode.window.showTextDocument(keep(text, name), { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

/** Shows a text beside the file that it would become of, what differs marked. Resolves to what closes it again. */
export async function compareText(file: vscode.Uri, text: string, name: string, title: string): Promise<() => Promise<void>> {
  const uri = keep(text, name);
  await vscode.commands.executeCommand('vscode.diff', file, uri, title, { preview: true });
  return () => close((each) => each.toString() === uri.toString());
}

function keep(text: string, name: string): vscode.Uri {
  provider ??= vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: ({ query }) => texts.get(query) ?? '' }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && texts.delete(uri.query)),
    onContentsHidden(() => areContentsHidden() && void close()),
  );
  opened += 1;
  const query = String(opened);
  texts.set(query, text);
  return vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query });
}

/** Closes them: what is in a text editor cannot be covered. */
async function close(isMeant: (uri: vscode.Uri) => boolean = ({ scheme }) => scheme === SCHEME): Promise<void> {
  const isOurs = ({ input }: vscode.Tab): boolean => (input instanceof vscode.TabInputText && isMeant(input.uri)) || (input instanceof vscode.TabInputTextDiff && isMeant(input.modified));
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs)));
}
