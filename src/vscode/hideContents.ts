// *Hide Contents* and *Show Contents*. A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { HIDE, shownTab } from './hiding';
import { PANEL_TYPE } from './ids';

/**
 * Hides all contents in every window, or shows them again. Says why where that could not be noted: then nothing is hidden.
 * @param revived the titles of the reflections that are open and were looked at since the window was opened
 * @param told where other windows look for what was done here
 */
export async function turnContents(hidden: boolean, revived: readonly string[], told: vscode.Uri): Promise<void> {
  if (await turn(hidden, revived)) await vscode.workspace.fs.writeFile(told, Buffer.from(`${WORDS[Number(hidden)]} ${process.pid}`)).then(undefined, () => undefined); // they follow the setting, if later
}

const WORDS = ['shown', 'hidden'];

/** Another window hid contents, or showed them: so does this one, with what an editor does not do by itself when a setting changes. */
export async function followOthers(revived: readonly string[], told: vscode.Uri): Promise<void> {
  const text = await vscode.workspace.fs.readFile(told).then((bytes) => Buffer.from(bytes).toString(), () => '');
  const [word = '', by] = text.split(' ');
  if (WORDS.includes(word) && by !== String(process.pid)) await turn(word === WORDS[1], revived);
}

async function turn(hidden: boolean, revived: readonly string[]): Promise<boolean> {
  const asleep = hidden ? tabsAsleep(revived) : [];
  try {
    await vscode.workspace.getConfiguration('leadDebrief').update(HIDE, hidden || undefined, vscode.ConfigurationTarget.Global);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(hidden ? vscode.l10n.t('Contents are not hidden. {0}', reason) : vscode.l10n.t('Contents stay hidden. {0}', reason));
    return false;
  }
  if (asleep.length > 0) await vscode.window.tabGroups.close(asleep, true);
  if (hidden) await vscode.commands.executeCommand('notifications.hideToasts'); // what they say was said before
  return true;
}

function reflectionTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL_TYPE));
}

/** For a window that is opened while contents are hidden: the editor may have kept a title from before that. Those in front get another one by themselves. */
export async function closeOldTitles(): Promise<void> {
  await vscode.window.tabGroups.close(reflectionTabs().filter(({ isActive, label }) => !isActive && label !== shownTab('')), true);
}

/**
 * A tab that came back with its window and was not looked at yet keeps the title of its incident, and nobody can give it another: it is closed. One in
 * front gets another by itself, also where it is still on its way back.
 */
function tabsAsleep(revived: readonly string[]): readonly vscode.Tab[] {
  const left = [...revived];
  const inFrontFirst = [...reflectionTabs()].sort((a, b) => Number(b.isActive) - Number(a.isActive));
  return inFrontFirst.filter(({ label, isActive }) => {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !isActive;
  });
}

/** Says that a command would show contents, and does it where the lead wants them shown. */
export async function offerToShow(act: () => unknown, told: vscode.Uri): Promise<void> {
  const show = vscode.l10n.t('Show Contents');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Contents are hidden, and this would show some of them.'), show);
  if (answer !== show) return;
  await turnContents(false, [], told);
  await act();
}
