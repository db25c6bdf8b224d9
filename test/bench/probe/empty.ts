// What any extension costs: it takes the editor's API, which the editor makes anew for each extension, and does nothing with it.
import * as vscode from 'vscode';

export function activate(): string {
  return vscode.version;
}
