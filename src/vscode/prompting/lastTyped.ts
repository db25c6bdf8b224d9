import * as vscode from 'vscode';

/** Knows when the lead last typed in this window: in an editor, or in one of our pages. */
export class LastTyped implements vscode.Disposable {
  /** In milliseconds; undefined: not since this window was opened. */
  at: number | undefined;
  readonly #followed: vscode.Disposable;

  /** @param inPages fires when something is done in one of our pages */
  constructor(inPages: vscode.Event<unknown>) {
    const note = (): void => void (this.at = Date.now());
    this.#followed = vscode.Disposable.from(
      inPages(note),
      vscode.workspace.onDidChangeTextDocument((event) => isTyping(event) && note()),
    );
  }

  dispose(): void {
    this.#followed.dispose();
  }
}

/** Not what a program writes: a log that grows, a file that git or a formatter of another window put there, an output channel. */
function isTyping({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const isInFront = document === vscode.window.activeTextEditor?.document && vscode.window.state.focused;
  return isInFront && document.isDirty && contentChanges.length > 0;
}
