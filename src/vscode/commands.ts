import * as vscode from 'vscode';
import { isOpen } from '../core/incident/life';
import { ledgerWords } from '../core/incident/words';
import type { Incident, Plan } from '../core/journal/schema';
import { LEDGER } from '../core/journal/values';
import { closePlan, noteLedger } from '../core/plan/ledger';
import { openPlan } from '../core/plan/openPlan';
import { planWords } from '../core/plan/words';
import type { Journal } from '../store/journal';
import { Deletions } from './deletions';
import { historyCommands } from './history/historyCommands';
import { incidentCommands } from './incident/incidentCommands';
import { keepingCommands } from './keeping/keepingCommands';
import { newId, type Place } from './place';
import { chooseIncident } from './reflectOnIncident';
import type { ReflectionPanels } from './reflection/panels';
import { saveOrSay } from './saving';
import { shareThroughGit } from './sharing';
import type { EntryNode } from './sidebar/historyTree';

/** What a command may be given: nothing, an incident's id, a file of the journal, or a node of the tree. */
export type Given = string | EntryNode | undefined;
type Command = (given: Given) => unknown;

/** Every command that needs a journal, by its id in the manifest. */
function journalCommands(journal: Journal, folder: vscode.Uri, panels: ReflectionPanels): Readonly<Record<string, Command>> {
  const deletions = new Deletions(journal);
  return {
    'leadDebrief.reflect': async () => {
      const id = await chooseIncident(journal);
      if (id !== undefined) await vscode.commands.executeCommand('leadDebrief.openReflection', id); // its first save may have led to another journal
    },
    'leadDebrief.openReflection': (given) => {
      const id = idOf(given);
      const entry = id === undefined ? undefined : journal.get(id);
      if (entry?.state === 'ok' && isOpen(entry.record)) return vscode.commands.executeCommand('leadDebrief.openIncidents', id);
      return id === undefined ? undefined : panels.open(id);
    },
    'leadDebrief.openFile': (given) => {
      const file = fileOf(given, journal);
      return file === undefined ? undefined : openFile(journal, folder, file);
    },
    'leadDebrief.deleteIncident': (given) => {
      const id = idOf(given);
      return id === undefined ? undefined : deletions.delete(id);
    },
    'leadDebrief.undoDelete': () => deletions.undo(),
    'leadDebrief.notePlan': (given) => changeOpenPlan(journal, askWhatCame(idOf(given))),
    'leadDebrief.closePlan': () => changeOpenPlan(journal, askToGiveUp),
    ...incidentCommands(journal, idOf),
    ...historyCommands(journal, idOf),
    'leadDebrief.shareThroughGit': () => shareThroughGit(journal, folder),
    ...keepingCommands<Given>(journal, folder.fsPath, deletions, (given) => fileOf(given, journal)),
    'leadDebrief.next': () => panels.press('next'),
    'leadDebrief.back': () => panels.press('back'),
    'leadDebrief.edit': () => panels.press('edit'),
    'leadDebrief.read': () => panels.press('read'),
  };
}

/** What runs a command, by its id in the manifest. Where there is no journal, only what needs none. */
export function commandsFor(place: Place, panels: ReflectionPanels | undefined): (command: string, given: Given) => unknown {
  const known = place.journal && panels ? journalCommands(place.journal, place.folder, panels) : undefined;
  const always: Readonly<Record<string, Command>> = { 'leadDebrief.showGrowth': () => vscode.commands.executeCommand('leadDebrief.growth.focus') };
  return (command, given) => (always[command] ?? known?.[command])?.(given);
}

function idOf(given: Given): string | undefined {
  if (typeof given === 'string') return given;
  return given?.entry.state === 'ok' ? given.entry.record.id : undefined;
}

/** Only a file that the journal knows: nobody opens another one through this command. */
function fileOf(given: Given, journal: Journal): string | undefined {
  if (typeof given === 'object') return given.entry.file;
  return [...journal.entries(), ...journal.problems()].find(({ file }) => file !== '' && file === given)?.file;
}

/** Opens a file of the journal, where it cannot be read at the first fault. One that is not there can only be restored. */
async function openFile(journal: Journal, folder: vscode.Uri, file: string): Promise<void> {
  const entry = journal.entries().find((each) => each.file === file);
  if (entry?.missing) {
    const restore = vscode.l10n.t('Restore from Backup…');
    const answer = await vscode.window.showInformationMessage(vscode.l10n.t('This file is not in the folder now.'), restore);
    return void (answer === restore && vscode.commands.executeCommand('leadDebrief.restoreBackup', file));
  }
  const at = entry?.state === 'unreadable' ? new vscode.Position(entry.line - 1, entry.column - 1) : undefined;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file), at && { selection: new vscode.Range(at, at) });
}

/** What is done to the open plan: asks first, and gives no change where the person leaves. */
type PlanQuestion = (plan: Plan) => Promise<((record: Incident) => Incident) | undefined>;

/** Changes the one plan that is open, also where the command comes before the journal was read. Says where there is none. */
async function changeOpenPlan(journal: Journal, ask: PlanQuestion): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  const open = openPlan(journal.records());
  if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no open plan.'));
  const change = await ask(open.plan);
  if (change) await saveOrSay(() => journal.update(open.incident.id, change));
}

/** The moment of the plan came, or did not. @param after the incident in which it was asked */
const askWhatCame = (after: string | undefined): PlanQuestion => async (plan) => {
  const words = ledgerWords();
  const items = LEDGER.filter((did) => did !== 'absent').map((did) => ({ label: words[did], did }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Its Moment Came'), placeHolder: planWords(plan) });
  return chosen && ((record) => noteLedger(record, chosen.did, { now: new Date().toISOString(), newId, ...(after !== undefined && { after }) }));
};

/** Gives the plan up, after a question. Its ledger stays in the record. */
const askToGiveUp: PlanQuestion = async (plan) => {
  const give = vscode.l10n.t('Give It Up');
  const detail = vscode.l10n.t('What you noted about it stays in the journal.');
  const answer = await vscode.window.showWarningMessage(planWords(plan), { modal: true, detail }, give);
  return answer === give ? (record) => closePlan(record, new Date().toISOString()) : undefined;
};
