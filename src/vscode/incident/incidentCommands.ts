import * as vscode from 'vscode';
import type { Journal } from '../../store/journal';
import { shownTitle } from '../hiding';
import { askStart, askSuccessor, cancel, reopen, resolve } from './changes';
import { chooseOpen } from './chooseOpen';
import { declare } from './declare';
import { askBelief } from './noteBelief';

type Act = (journal: Journal, given?: string) => Promise<void>;

/** What can be done while an incident runs, by the command's id. */
const acts: Readonly<Record<string, Act>> = {
  'leadDebrief.declare': declare,
  'leadDebrief.noteBelief': askBelief,
  'leadDebrief.handOver': askSuccessor,
  'leadDebrief.changeStart': askStart,
  'leadDebrief.resolve': resolve,
  'leadDebrief.cancel': cancel,
  'leadDebrief.reopen': reopen,
  'leadDebrief.openIncidents': askWhatToDo,
};

/** The commands of the time before and during an incident. */
export function incidentCommands<Given>(journal: Journal, idOf: (given: Given) => string | undefined): Readonly<Record<string, (given: Given) => unknown>> {
  return Object.fromEntries(Object.entries(acts).map(([id, act]) => [id, (given: Given) => act(journal, idOf(given))]));
}

/** Behind the clock in the status bar: which incident, if several are open, then what. */
async function askWhatToDo(journal: Journal, given?: string): Promise<void> {
  const incident = await chooseOpen(journal, vscode.l10n.t('Open Incidents'), given);
  if (!incident) return;
  const items: readonly (vscode.QuickPickItem & { readonly act: Act })[] = [
    { label: vscode.l10n.t('Note What I Believe'), act: askBelief },
    { label: vscode.l10n.t('Hand Over the Lead…'), act: askSuccessor },
    { label: vscode.l10n.t('Change Start Time…'), act: askStart },
    { label: vscode.l10n.t('Resolve the Incident'), act: resolve },
    { label: vscode.l10n.t('Cancel (False Alarm)'), act: cancel },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: shownTitle(incident.title), placeHolder: vscode.l10n.t('What now?') });
  await chosen?.act(journal, incident.id);
}
