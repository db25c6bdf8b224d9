import * as vscode from 'vscode';

/** Says something in a notification, with what can be done about it, and does what the person chose. Closing it does nothing. */
export async function offer(words: string, actions: Readonly<Record<string, () => PromiseLike<unknown>>>): Promise<void> {
  const answer = await vscode.window.showInformationMessage(words, ...Object.keys(actions));
  if (answer !== undefined) await actions[answer]?.();
}
