import * as vscode from 'vscode';
import { plain } from './plain';

/** The setting, without the prefix. A setting, since that reaches every window at once, local and remote, and is there again after a reload, before anything of ours runs. */
export const HIDE = 'hideContents';

/** Whether nothing may be shown of what the lead wrote or rated: somebody else sees the screen. */
export function areContentsHidden(): boolean {
  return vscode.workspace.getConfiguration('leadDebrief').get(HIDE, false);
}

/** Calls each time that contents are hidden or shown again, in whatever window that was done. */
export function onContentsHidden(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(`leadDebrief.${HIDE}`) && listener());
}

/** The title of an incident as it may be shown outside of our pages, in plain words: while contents are hidden, no more than that it is one. */
export function shownTitle(title: string): string {
  return areContentsHidden() ? vscode.l10n.t('An incident') : plain(title);
}

/** The same for the tab of a reflection. */
export function shownTab(title: string): string {
  return areContentsHidden() ? vscode.l10n.t('Reflection') : title;
}
