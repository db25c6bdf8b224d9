import * as vscode from 'vscode';

/** A line of a list, and what choosing it does. */
export interface Pick extends vscode.QuickPickItem {
  readonly run: () => PromiseLike<unknown>;
}

/** A line, or a heading between lines. */
export type Row = vscode.QuickPickItem & Partial<Pick>;

/** Shows a list, and does what the lead chose. */
export async function pick(rows: readonly Row[], options: vscode.QuickPickOptions): Promise<void> {
  await (await vscode.window.showQuickPick(rows, options))?.run?.();
}
