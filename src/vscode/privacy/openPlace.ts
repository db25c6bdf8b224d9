import * as vscode from 'vscode';
import { plain } from '../plain';

/** Shows a folder where it can be shown: in the system's own window, in the Explorer, else its path is copied and said. */
export async function openPlace(path: string): Promise<void> {
  const folder = vscode.Uri.file(path);
  const isHere = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isHere) return vscode.commands.executeCommand('revealFileInOS', folder);
  if (vscode.workspace.getWorkspaceFolder(folder)) return vscode.commands.executeCommand('revealInExplorer', folder);
  await vscode.env.clipboard.writeText(path);
  void vscode.window.showInformationMessage(plain(vscode.l10n.t('This folder is on another machine than the window, or outside of what it can show. Its path was copied: {0}', path)));
}
