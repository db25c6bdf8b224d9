import * as vscode from 'vscode';

/**
 * Asks for any number of several, those that are `picked` ticked already. Undefined where the person leaves. The editor's own
 * `showQuickPick` shows a list before it has what to list: who presses Enter then has taken nothing, and unticked everything.
 */
export function pickSome<Item extends vscode.QuickPickItem>(items: readonly Item[], { placeHolder, ...options }: vscode.QuickPickOptions): Promise<readonly Item[] | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, { ...options, canSelectMany: true, items, placeholder: placeHolder });
  picker.selectedItems = items.filter(({ picked }) => picked);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
