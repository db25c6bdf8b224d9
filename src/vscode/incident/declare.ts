import * as vscode from 'vscode';
import { declareIncident, proposedTitle } from '../../core/incident/life';
import { severityWords } from '../../core/incident/words';
import type { Severity } from '../../core/journal/schema';
import { SEVERITIES } from '../../core/journal/values';
import { openPlan } from '../../core/plan/openPlan';
import { planWords } from '../../core/plan/words';
import type { Journal } from '../../store/journal';
import { areContentsHidden } from '../hiding';
import { locale, newId } from '../place';
import { plain } from '../plain';
import { saveOrSay } from '../saving';

/** Enter, Enter: a title is proposed, then no severity. It began when the command was run. Leaving declares nothing. */
export async function declare(journal: Journal): Promise<void> {
  const now = new Date().toISOString();
  const title = await askTitle(proposedTitle(now, locale()));
  if (title === undefined) return;
  const chosen = await askSeverity();
  if (!chosen) return;
  const record = declareIncident({ title, ...(chosen.severity && { severity: chosen.severity }) }, { now, newId });
  if (await saveOrSay(() => journal.create(record), title)) await showPlan(journal, record.id);
}

async function askTitle(proposed: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Declare an Incident (1 of 2): Title'),
    prompt: vscode.l10n.t('The clock runs from now. The title can be changed later.'),
    value: proposed,
    ignoreFocusOut: true,
  });
  if (title === undefined) return undefined;
  return title.trim() === '' ? proposed : title.trim();
}

function askSeverity(): Thenable<{ readonly severity?: Severity } | undefined> {
  const words = severityWords();
  const items: readonly (vscode.QuickPickItem & { readonly severity?: Severity })[] = [{ label: vscode.l10n.t('Not known yet') }, ...SEVERITIES.map((severity) => ({ label: words[severity], severity }))];
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Declare an Incident (2 of 2): Severity'), ignoreFocusOut: true });
}

/** The open plan, at the moment in which it can be used. Blocks nothing. */
async function showPlan(journal: Journal, incident: string): Promise<void> {
  await journal.whenLoaded;
  const open = openPlan(journal.records());
  if (!open) return;
  const came = vscode.l10n.t('Its Moment Came');
  const words = areContentsHidden() ? vscode.l10n.t('You have a plan for this. Contents are hidden.') : vscode.l10n.t('Your plan: {0}', plain(planWords(open.plan)));
  const answer = await vscode.window.showInformationMessage(words, came);
  if (answer === came) await vscode.commands.executeCommand('leadDebrief.notePlan', incident);
}
