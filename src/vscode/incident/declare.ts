import * as vscode from 'vscode';
import { declareIncident, proposedTitle } from '../../core/incident/life';
import { severityWords } from '../../core/incident/words';
import type { Severity } from '../../core/journal/schema';
import { SEVERITIES } from '../../core/journal/values';
import type { Journal } from '../../store/journal';
import { part } from '../parts';
import { locale, newId } from '../place';
import { saveOrSay } from '../saving';

/** Enter, Enter: a title is proposed, then no severity. It began when the command was run. Leaving declares nothing. */
export async function declare(journal: Journal): Promise<void> {
  const now = new Date().toISOString();
  const title = await askTitle(proposedTitle(now, locale()));
  if (title === undefined) return;
  const chosen = await askSeverity();
  if (!chosen) return;
  const record = declareIncident({ title, ...(chosen.severity && { severity: chosen.severity }) }, { now, newId });
  if (await saveOrSay(() => journal.create(record), title)) await part('atCue').noteDeclared(journal, record);
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
