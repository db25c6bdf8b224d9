import * as vscode from 'vscode';
import { isOpen } from '../core/incident/life';
import type { Journal } from '../store/journal';
import { Deletions } from './deletions';
import { drillCommands } from './drill/drillCommands';
import type { FoundIncidents } from './found/foundIncidents';
import { ACTS } from './found/act';
import { idOf, isNode, type Given } from './given';
import { historyCommands } from './history/historyCommands';
import { incidentCommands } from './incident/incidentCommands';
import { keepingCommands } from './keeping/keepingCommands';
import type { PlacedJournal } from './place/placedJournal';
import { planCommands } from './plan/planCommands';
import { replaceCommands } from './privacy/replaceCommands';
import { chooseIncident } from './reflectOnIncident';
import type { ReflectionPanels } from './reflection/panels';
import { shareCommands } from './share/shareCommands';
import { shareThroughGit } from './sharing';

/** `all`: where several nodes are chosen, each of them. */
export type Command = (given: Given, all: readonly Given[]) => unknown;

/** Every command that needs a journal, by its id in the manifest. A part of its own: most windows never run one. */
export function journalCommands(journal: PlacedJournal, folder: vscode.Uri, panels: ReflectionPanels, found: FoundIncidents): Readonly<Record<string, Command>> {
  const deletions = new Deletions(journal);
  return {
    'leadDebrief.reflect': async () => {
      const id = await chooseIncident(journal, found.all);
      if (id !== undefined) await vscode.commands.executeCommand('leadDebrief.openReflection', id); // its first save may have led to another journal
    },
    'leadDebrief.openReflection': (given) => {
      const id = idOf(given);
      if (id !== undefined && found.get(id)) return found.finding().adopt(id).then((record) => record && vscode.commands.executeCommand('leadDebrief.openReflection', id));
      const entry = id === undefined ? undefined : journal.get(id);
      if (entry?.state === 'ok' && isOpen(entry.record)) return vscode.commands.executeCommand('leadDebrief.openIncidents', id);
      return id === undefined ? undefined : panels.open(id);
    },
    'leadDebrief.reflectOnFound': (given) => vscode.commands.executeCommand('leadDebrief.openReflection', idOf(given)),
    'leadDebrief.openFile': (given) => {
      const file = fileOf(given, journal);
      return file === undefined ? undefined : openFile(journal, folder, file);
    },
    'leadDebrief.deleteIncident': (given) => {
      const id = idOf(given);
      return id === undefined ? undefined : deletions.delete(id);
    },
    'leadDebrief.undoDelete': () => deletions.undo(),
    ...Object.fromEntries(ACTS.map((act) => [`leadDebrief.${act}`, (given: Given, all: readonly Given[]) => found.finding().act(act, [...new Set([given, ...all].flatMap((each) => idOf(each) ?? []))])])),
    ...planCommands(journal, idOf),
    ...incidentCommands(journal, idOf),
    ...historyCommands(journal, idOf),
    'leadDebrief.shareThroughGit': () => shareThroughGit(journal, folder),
    ...replaceCommands(journal, () => panels.flush()),
    ...drillCommands<Given>(journal, folder, panels.extension, found, idOf),
    ...shareCommands<Given>(journal, folder, panels, idOf),
    ...keepingCommands<Given>(journal, folder.fsPath, deletions, (given) => fileOf(given, journal)),
  };
}

/** Only a file that the journal knows: nobody opens another one through this command. */
function fileOf(given: Given, journal: Journal): string | undefined {
  if (isNode(given)) return given.entry.file;
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
