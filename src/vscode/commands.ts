import * as vscode from 'vscode';
import { join } from 'node:path';
import { ledgerWords } from '../core/incident/words';
import { LEDGER } from '../core/journal/values';
import { closePlan, noteLedger } from '../core/plan/ledger';
import { openPlan } from '../core/plan/openPlan';
import { planWords } from '../core/plan/words';
import type { Journal } from '../store/journal';
import { newId, type Place } from './place';
import { plain } from './plain';
import { chooseIncident } from './reflectOnIncident';
import type { ReflectionPanels } from './reflection/panels';
import type { EntryNode } from './sidebar/historyTree';

/** What a command may be given: nothing, an incident's id, a file of the journal, or a node of the tree. */
export type Given = string | EntryNode | undefined;
type Command = (given: Given) => unknown;

/** Every command that needs a journal, by its id in the manifest. */
function journalCommands(journal: Journal, folder: string, panels: ReflectionPanels): Readonly<Record<string, Command>> {
  /** What was deleted in this window and not brought back, the last one last. */
  const deleted: string[] = [];
  const undo = async (id = deleted.at(-1)): Promise<void> => {
    if (id === undefined || !deleted.includes(id)) return;
    const result = await journal.undoRemove(id);
    if (!result.ok) return void vscode.window.showErrorMessage(result.reason);
    deleted.splice(deleted.indexOf(id), 1);
    await vscode.commands.executeCommand('setContext', 'leadDebrief.canUndoDelete', deleted.length > 0);
  };
  /** Every record, also where the command comes before the journal was read. */
  const records = async (): Promise<Parameters<typeof openPlan>[0]> => {
    await journal.load();
    await journal.whenLoaded;
    return journal.records();
  };
  return {
    'leadDebrief.reflect': async () => {
      const id = await chooseIncident(journal);
      if (id !== undefined) await panels.open(id);
    },
    'leadDebrief.openReflection': (given) => {
      const id = idOf(given);
      return id === undefined ? undefined : panels.open(id);
    },
    'leadDebrief.openFile': (given) => {
      const file = fileOf(given, journal);
      return file === undefined ? undefined : vscode.window.showTextDocument(vscode.Uri.file(join(folder, file)));
    },
    'leadDebrief.deleteIncident': async (given) => {
      const id = idOf(given);
      const entry = id === undefined ? undefined : journal.get(id);
      if (id === undefined || entry?.state !== 'ok') return;
      const result = await journal.remove(id);
      if (!result.ok) return void vscode.window.showErrorMessage(result.reason);
      deleted.push(id);
      await vscode.commands.executeCommand('setContext', 'leadDebrief.canUndoDelete', true);
      const answer = vscode.l10n.t('Undo');
      if ((await vscode.window.showInformationMessage(vscode.l10n.t('{0} was deleted.', plain(entry.record.title)), answer)) === answer) await undo(id);
    },
    'leadDebrief.undoDelete': () => undo(),
    'leadDebrief.notePlan': async () => notePlan(journal, await records()),
    'leadDebrief.closePlan': async () => giveUpPlan(journal, await records()),
    'leadDebrief.next': () => panels.press('next'),
    'leadDebrief.back': () => panels.press('back'),
  };
}

/** What runs a command, by its id in the manifest. Where there is no journal, each says why, in one sentence. */
export function commandsFor(place: Place, panels: ReflectionPanels | undefined): (command: string, given: Given) => unknown {
  const known = place.journal && panels ? journalCommands(place.journal, place.folder.fsPath, panels) : undefined;
  const always: Readonly<Record<string, Command>> = { 'leadDebrief.showGrowth': () => vscode.commands.executeCommand('leadDebrief.growth.focus') };
  return (command, given) => {
    const run = always[command] ?? known?.[command];
    return run ? run(given) : explain(place);
  };
}

async function explain(place: Place): Promise<void> {
  if (place.journal) return;
  const open = vscode.l10n.t('Open Folder');
  const actions = place.action === 'openFolder' ? [open] : [];
  if ((await vscode.window.showInformationMessage(place.reason, ...actions)) === open) await vscode.commands.executeCommand('vscode.openFolder');
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

/** The moment of the plan came, or did not. */
async function notePlan(journal: Journal, records: Parameters<typeof openPlan>[0]): Promise<void> {
  const open = openPlan(records);
  if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no open plan.'));
  const words = ledgerWords();
  const items = LEDGER.filter((did) => did !== 'absent').map((did) => ({ label: words[did], did }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Its Moment Came'), placeHolder: planWords(open.plan) });
  if (!chosen) return;
  const step = (): { now: string; newId: () => string } => ({ now: new Date().toISOString(), newId });
  const result = await journal.update(open.incident.id, (record) => noteLedger(record, chosen.did, step()));
  if (!result.ok) void vscode.window.showErrorMessage(vscode.l10n.t('Not saved: {0}', result.reason));
}

/** Gives the plan up, after a question. Its ledger stays in the record. */
async function giveUpPlan(journal: Journal, records: Parameters<typeof openPlan>[0]): Promise<void> {
  const open = openPlan(records);
  if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no open plan.'));
  const give = vscode.l10n.t('Give It Up');
  const detail = vscode.l10n.t('What you noted about it stays in the journal.');
  const answer = await vscode.window.showWarningMessage(planWords(open.plan), { modal: true, detail }, give);
  if (answer !== give) return;
  const result = await journal.update(open.incident.id, (record) => closePlan(record, new Date().toISOString()));
  if (!result.ok) void vscode.window.showErrorMessage(vscode.l10n.t('Not saved: {0}', result.reason));
}
