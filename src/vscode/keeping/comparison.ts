import * as vscode from 'vscode';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Of texts that are looked at and are no files of the workspace. */
const SCHEME = 'lead-debrief-backup';
let opened = 0;

export interface Sides {
  /** The editor's title. */
  readonly title: string;
  /** Absolute. Where it is not there, an empty text is shown in its place. */
  readonly file: string;
  /** Absolute. It cannot be typed in: it is a copy that is read once. */
  readonly backup: string;
}

/** A file as it is now (left) beside one of its backups (right), in the editor's own comparison. */
export class Comparison implements vscode.Disposable {
  readonly #right: vscode.Uri;
  readonly #left: vscode.Uri;
  readonly #provider: vscode.Disposable;

  private constructor({ file, backup }: Sides) {
    opened += 1;
    const text = (side: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/${basename(file)}`, query: `${opened}-${side}` });
    this.#right = text('backup');
    this.#left = existsSync(file) ? vscode.Uri.file(file) : text('nothing');
    const isBackup = (uri: vscode.Uri): boolean => uri.toString() === this.#right.toString();
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => (isBackup(uri) ? readFile(backup, 'utf8') : ''),
    });
  }

  static async show(sides: Sides): Promise<Comparison> {
    const comparison = new Comparison(sides);
    await vscode.commands.executeCommand('vscode.diff', comparison.#left, comparison.#right, sides.title, { preview: true });
    return comparison;
  }

  /** Closes its editor, too. */
  async close(): Promise<void> {
    const isOurs = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputTextDiff && input.modified.toString() === this.#right.toString();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs)));
    this.dispose();
  }

  dispose(): void {
    this.#provider.dispose();
  }
}
