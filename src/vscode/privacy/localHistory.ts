import * as vscode from 'vscode';
import { EXCLUDE, isExcluded, withExcluded, type Excluded } from '../../core/privacy/copies';

/** Leaves the journal's files out of the editor's Local History, or takes that back, after showing exactly what is set, and where. */
export async function setExcluded(on: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const now = settings.inspect<Excluded>(EXCLUDE)?.globalValue;
  if (!on && !isExcluded(now ?? {})) return elsewhere();
  const next = withExcluded(now ?? {}, on);
  const set = on ? vscode.l10n.t('Set It') : vscode.l10n.t('Take It Back');
  const becomes = next === undefined ? vscode.l10n.t('{0} is taken out.', EXCLUDE) : `"${EXCLUDE}": ${JSON.stringify(next, null, 2)}`;
  const detail = [vscode.l10n.t('In your user settings, for all folders:'), becomes, on ? vscode.l10n.t('It can be taken back on this page. Copies that were made before stay.') : ''].filter(Boolean).join('\n\n');
  const question = on ? vscode.l10n.t('Leave the journal’s files out of Local History?') : vscode.l10n.t('Have Local History keep copies of the journal’s files again?');
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, set)) !== set) return;
  try {
    await settings.update(EXCLUDE, next, vscode.ConfigurationTarget.Global);
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The setting could not be changed: {0}', error instanceof Error ? error.message : String(error)));
  }
}

/** It was not set by this page, or not there alone. */
async function elsewhere(): Promise<void> {
  const open = vscode.l10n.t('Open the Setting');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('{0} is set in another place than your user settings: there it is to be changed.', EXCLUDE), open);
  if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${EXCLUDE}`);
}
