import * as vscode from 'vscode';
import { openPlan } from '../../core/plan/openPlan';
import { planWords } from '../../core/plan/words';
import type { Journal } from '../../store/journal';
import { areContentsHidden } from '../hiding';
import { plain } from '../plain';

/** The open plan, at the moment in which it can be used. Blocks nothing. */
export async function showPlan(journal: Journal, incident: string): Promise<void> {
  await journal.load(); // an incident may be declared before the editor was idle
  await journal.whenLoaded;
  const open = openPlan(journal.records());
  if (!open) return;
  const came = vscode.l10n.t('Its Moment Came');
  const words = areContentsHidden() ? vscode.l10n.t('You have a plan for this. Contents are hidden.') : vscode.l10n.t('Your plan: {0}', plain(planWords(open.plan)));
  const answer = await vscode.window.showInformationMessage(words, came);
  if (answer === came) await vscode.commands.executeCommand('leadDebrief.notePlan', incident);
}
