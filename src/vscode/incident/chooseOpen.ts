import * as vscode from 'vscode';
import { clockOf } from '../../core/incident/clock';
import { openIncidents } from '../../core/incident/life';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { shownTitle } from '../hiding';

/**
 * The incident that a command is about: the one that is given, else the one that is open; asks which, if several are, and says so
 * if none is. Undefined where the person leaves.
 */
export async function chooseOpen(journal: Journal, title: string, given?: string): Promise<Incident | undefined> {
  await journal.load();
  await journal.whenLoaded;
  const open = openIncidents(journal.records());
  const named = open.find(({ id }) => id === given);
  if (named) return named;
  if (open.length === 0) return void (await sayNone());
  if (open.length === 1) return open[0];
  const running = new Map(clockOf(open, Date.now())?.open.map((each) => [each.id, each.running]));
  const items = open.map((incident) => ({ label: shownTitle(incident.title), description: running.get(incident.id) ?? '', incident }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Which one?') }))?.incident;
}

async function sayNone(): Promise<void> {
  const declare = vscode.l10n.t('Declare an Incident');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('No incident is open.'), declare);
  if (answer === declare) await vscode.commands.executeCommand('leadDebrief.declare');
}
