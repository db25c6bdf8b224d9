import * as vscode from 'vscode';
import { preBriefOf, type PreBrief } from '../../core/plan/preBrief';
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
 * @param watch where the plan has cues: asked once the journal was read
 */
export async function showPreBrief(journal: Journal, incident: Incident, watch: () => CueWatch | undefined): Promise<void> {
  await journal.load(); // an incident may be declared before the editor was idle
  await journal.whenLoaded;
  const { plan, lessons, load } = preBriefOf(journal.records(), incident, { files: openFiles(), loadLimit: journal.facts()?.loadLimit, locale: locale(), now: Date.now() });
  void tell(load, areContentsHidden() ? [] : lessons);
  if (plan) await askPlan(plan, incident.id, watch());
}

/** In one notification, since of several within a second the editor shows none; with a button for each lesson, since it shows only then more than one line. */
async function tell(load: string | undefined, lessons: PreBrief['lessons']): Promise<void> {
  const words = [load, ...lessons.map((lesson) => lesson.words)].filter((each) => each !== undefined).join(' ');
  if (words === '') return;
  const answer = await vscode.window.showInformationMessage(plain(words), ...lessons.map(({ title, id }) => ({ title: plain(title), id })));
  if (answer) await vscode.commands.executeCommand('leadDebrief.openReflection', answer.id);
}

/** Where declaring is a cue of the plan, this is its moment; else its moment may be near. */
async function askPlan(open: OpenPlan, incident: string, watch: CueWatch | undefined): Promise<void> {
  const event = { kind: 'declared', incident, at: Date.now() } as const;
  if (await watch?.isTaken(open.plan, event)) return watch?.ask(open, event);
  const came = vscode.l10n.t('Its Moment Came');
  const answer = await vscode.window.showInformationMessage(shownPlan(open.plan), came);
  if (answer === came) await vscode.commands.executeCommand('leadDebrief.notePlan', incident);
}

function openFiles(): readonly string[] {
  return vscode.window.visibleTextEditors.map(({ document }) => document.uri).filter(({ scheme }) => scheme === 'file').map((uri) => vscode.workspace.asRelativePath(uri, false));
}
