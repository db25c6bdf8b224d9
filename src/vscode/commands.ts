import * as vscode from 'vscode';
import { isOpen } from '../core/incident/life';
import type { Journal } from '../store/journal';
import { Deletions } from './deletions';
import type { FoundIncidents } from './found/foundIncidents';
import { ACTS } from './found/act';
import { historyCommands } from './history/historyCommands';
import { incidentCommands } from './incident/incidentCommands';
import { keepingCommands } from './keeping/keepingCommands';
import type { Place } from './place';
import type { PlacedJournal } from './place/placedJournal';
import { planCommands } from './plan/planCommands';
import { replaceCommands } from './privacy/replaceCommands';
import { chooseIncident } from './reflectOnIncident';
import type { ReflectionPanels } from './reflection/panels';
import { shareCommands } from './share/shareCommands';
import { shareThroughGit } from './sharing';
import type { EntryNode, FoundNode } from './sidebar/historyTree';

/** What a command may be given: nothing, an incident's id, a file of the journal, or a node of the tree. */
export type Given = string | EntryNode | FoundNode | undefined;
/** `all`: where several nodes are chosen, each of them. */
type Command = (given: Given, all: readonly Given[]) => unknown;

/** Every command that needs a journal, by its id in the manifest. */
function journalCommands(journal: PlacedJournal, folder: vscode.Uri, panels: ReflectionPanels, found: FoundIncidents): Readonly<Record<string, Command>> {
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
    ...Object.fromEntries(ACTS.map((act) => [`leadDebrief.${act}`, (given: Given) => found.finding().act(act, idOf(given))])),
    ...planCommands(journal, idOf),
    ...incidentCommands(journal, idOf),
    ...historyCommands(journal, idOf),
    'leadDebrief.shareThroughGit': () => shareThroughGit(journal, folder),
    ...replaceCommands(journal, () => panels.flush()),
    ...shareCommands<Given>(journal, folder, panels, idOf),
    ...keepingCommands<Given>(journal, folder.fsPath, deletions, (given) => fileOf(given, journal)),
  };
}

/** What runs a command, by its id in the manifest. Where there is no journal, only what needs none. */
export function commandsFor(place: Place, panels: ReflectionPanels | undefined, found: FoundIncidents | undefined): (command: string, given: Given, all: readonly Given[]) => unknown {
  const known = place.journal && panels && found ? journalCommands(place.journal, place.folder, panels, found) : undefined;
  const always: Readonly<Record<string, Command>> = { 'leadDebrief.showGrowth': () => vscode.commands.executeCommand('leadDebrief.growth.focus') };
  return (command, given, all) => (always[command] ?? known?.[command])?.(given, all);
}

/** The incident that a command was given. */
export function idOf(given: Given): string | undefined {
  if (typeof given === 'string') return given;
  if (isNode(given)) return given.entry.state === 'ok' ? given.entry.record.id : undefined;
  return typeof given === 'object' && 'incident' in given ? given.incident.id : undefined;
}

/** The menu of an editor's title gives what else it likes. */
const isNode = (given: Given): given is EntryNode => typeof given === 'object' && 'entry' in given;

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
