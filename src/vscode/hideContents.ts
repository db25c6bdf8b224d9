// *Hide Contents* and *Show Contents*. A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { HIDE } from './hiding';
import { PANEL_TYPE } from './ids';

/**
 * Hides all contents in every window, or shows them again. Says why where that could not be noted: then nothing is hidden.
 * @param revived the titles of the reflections that are open and were looked at since the window was opened
 */
export async function turnContents(hidden: boolean, revived: readonly string[]): Promise<void> {
  const asleep = hidden ? tabsAsleep(revived) : [];
  try {
    await vscode.workspace.getConfiguration('leadDebrief').update(HIDE, hidden || undefined, vscode.ConfigurationTarget.Global);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return void vscode.window.showErrorMessage(hidden ? vscode.l10n.t('Contents are not hidden. {0}', reason) : vscode.l10n.t('Contents stay hidden. {0}', reason));
  }
  if (!hidden) return;
  if (asleep.length > 0) await vscode.window.tabGroups.close(asleep, true);
  await vscode.commands.executeCommand('notifications.hideToasts'); // what they say was said before
}

/** A tab that came back with its window and was not looked at yet keeps the title of its incident, and nobody can give it another: it is closed. */
function tabsAsleep(revived: readonly string[]): readonly vscode.Tab[] {
  const left = [...revived];
  const reflections = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL_TYPE));
  const inFrontFirst = [...reflections].sort((a, b) => Number(b.isActive) - Number(a.isActive));
  return inFrontFirst.filter(({ label }) => {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Says that a command would show contents, and does it where the lead wants them shown. */
export async function offerToShow(act: () => unknown): Promise<void> {
  const show = vscode.l10n.t('Show Contents');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Contents are hidden, and this would show some of them.'), show);
  if (answer !== show) return;
  await turnContents(false, []);
  await act();
}
