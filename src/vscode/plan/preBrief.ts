import * as vscode from 'vscode';
import { preBriefOf } from '../../core/plan/preBrief';
import type { Incident } from '../../core/journal/schema';
import type { OpenPlan } from '../../core/plan/openPlan';
import type { Journal } from '../../store/journal';
import { areContentsHidden } from '../hiding';
import { locale } from '../place';
import { plain } from '../plain';
import type { CueWatch } from './cueWatch';
import { shownPlan } from './shownPlan';

/**
 * What is worth ten seconds when an incident begins: the plan, the two lessons most like it, the load limit where it is passed. Notifications, since
 * they take no focus and block nothing; Escape closes all of them.
 * @param watch where the plan has cues
 */
export async function showPreBrief(journal: Journal, incident: Incident, watch: CueWatch | undefined): Promise<void> {
  await journal.load(); // an incident may be declared before the editor was idle
  await journal.whenLoaded;
  const { plan, lessons, load } = preBriefOf(journal.records(), incident, { files: openFiles(), loadLimit: journal.facts()?.loadLimit, locale: locale(), now: Date.now() });
  const isHidden = areContentsHidden();
  const about = [...(isHidden ? [] : lessons), load].filter((each) => each !== undefined);
  for (const words of [...about].reverse()) void vscode.window.showInformationMessage(plain(words)); // the last one stands on top
  if (plan) await askPlan(journal, plan, incident.id, watch);
}

/** Where declaring is a cue of the plan, this is its moment; else its moment may be near. */
async function askPlan(journal: Journal, open: OpenPlan, incident: string, watch: CueWatch | undefined): Promise<void> {
  const event = { kind: 'declared', incident, at: Date.now() } as const;
  if (await watch?.isTaken(open.plan, event)) return watch?.ask(open, event);
  const came = vscode.l10n.t('Its Moment Came');
  const answer = await vscode.window.showInformationMessage(shownPlan(open.plan), came);
  if (answer === came) await vscode.commands.executeCommand('leadDebrief.notePlan', incident);
}

function openFiles(): readonly string[] {
  return vscode.window.visibleTextEditors.map(({ document }) => document.uri).filter(({ scheme }) => scheme === 'file').map((uri) => vscode.workspace.asRelativePath(uri, false));
}
