// *Import…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Exported } from '../../core/share/exportFile';
import { asCopy, planImport, type ImportPlan } from '../../core/share/importing';
import { readExported } from '../../store/exported';
import { importRecords, takeBack, type Imported } from '../../store/importing';
import type { Journal } from '../../store/journal';
import { newId } from '../place';
import type { PlacedJournal } from '../place/placedJournal';
import { plain } from '../plain';
import { countWords } from './chooseRecords';

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

/** Asks for a file that *Share…* wrote, says what is in it, and imports what the person wants. Nothing is ever overwritten. */
export async function importJournal(placed: PlacedJournal): Promise<void> {
  const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import'), openLabel: vscode.l10n.t('Look Into It'), filters: { JSON: ['json'] } })) ?? [];
  if (!uri) return;
  const read = await readExported(uri.fsPath);
  if (!read.ok) return void vscode.window.showErrorMessage(plain(vscode.l10n.t('Nothing was imported. {0}', read.reason)));
  const journal = await placed.whereTo();
  if (!journal) return;
  await journal.load();
  await journal.whenLoaded;
  const plan = planImport(read.exported, (id) => stored(journal, id));
  const incidents = await ask(plan, basename(uri.fsPath));
  if (!incidents) return;
  const imported = await write(journal, { ...read.exported, incidents });
  await sayDone(journal, imported, incidents.length);
}

/** What the journal shows under an id; null where something has it that cannot be compared: deleted, unreadable, there twice. */
function stored(journal: Journal, id: string): Exported['incidents'][number] | null | undefined {
  const entry = journal.get(id);
  if (entry?.state === 'ok' && !entry.deleted) return entry.record;
  return journal.has(id) ? null : undefined;
}

/** Says what would happen, and asks. Undefined where nothing is to be imported. */
async function ask({ fresh, other, same }: ImportPlan, name: string): Promise<Exported['incidents'] | undefined> {
  if (fresh.length + other.length === 0) {
    return void vscode.window.showInformationMessage(plain(vscode.l10n.t('Nothing was imported: all that {0} holds is in the journal as it is ({1}).', name, countWords(same.length))));
  }
  const [onlyNew, asCopies, copies] = [vscode.l10n.t('Import'), vscode.l10n.t('Import, and the Others as Copies'), vscode.l10n.t('Import as Copies')];
  const buttons = [...(fresh.length > 0 ? [onlyNew] : []), ...(other.length > 0 ? [fresh.length > 0 ? asCopies : copies] : [])];
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Import from {0}?', name), { modal: true, detail: planWords({ fresh, other, same }) }, ...buttons);
  if (answer === undefined) return undefined;
  return [...fresh, ...(answer === onlyNew ? [] : other.map((incident) => asCopy(incident, newId())))];
}

/** How many titles are named: a dialog does not scroll everywhere. */
const NAMED = 5;

function planWords({ fresh, other, same }: ImportPlan): string {
  return [
    ...(fresh.length > 0 ? [vscode.l10n.t('New here: {0}. {1}', countWords(fresh.length), titles(fresh))] : []),
    ...(other.length > 0 ? [vscode.l10n.t('Here already, with other contents or deleted: {0}. {1} What is here stays as it is; a copy would stand beside it.', countWords(other.length), titles(other))] : []),
    ...(same.length > 0 ? [vscode.l10n.t('Here already, as they are: {0}. Nothing is done with them.', countWords(same.length))] : []),
  ].join('\n\n');
}

function titles(incidents: Exported['incidents']): string {
  const named = incidents.slice(0, NAMED).map(({ title }) => vscode.l10n.t('“{0}”', title));
  const more = incidents.length - named.length;
  return `${[...named, ...(more > 0 ? [vscode.l10n.t('{0} more', more)] : [])].join(', ')}.`;
}

/** Shows how far it is; what was written when the person stops it stays, and can be taken back. */
function write(journal: Journal, exported: Exported): Thenable<Imported> {
  const { length } = exported.incidents;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing {0}', countWords(length)), cancellable: true }, (progress, token) =>
    importRecords(journal, {
      exported,
      newId,
      onWritten: (count) => {
        progress.report({ increment: 100 / length, message: vscode.l10n.t('{0} of {1}', count, length) });
        return !token.isCancellationRequested;
      },
    }),
  );
}

async function sayDone(journal: Journal, { ids, problem }: Imported, wanted: number): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const words = ids.length === wanted ? vscode.l10n.t('Imported: {0}.', countWords(wanted)) : vscode.l10n.t('Imported: {0} of {1}. {2}', ids.length, wanted, problem ?? vscode.l10n.t('The rest was stopped; importing again goes on with it.'));
  const say = problem === undefined ? vscode.window.showInformationMessage : vscode.window.showErrorMessage;
  if ((await say(plain(words), ...(ids.length > 0 ? [undo] : []))) === undo) await undoImport(journal, ids);
}

async function undoImport(journal: Journal, ids: readonly string[]): Promise<void> {
  const { ids: hidden, problem } = await takeBack(journal, ids);
  if (problem !== undefined) return void vscode.window.showErrorMessage(plain(vscode.l10n.t('Taken back: {0} of {1}. {2}', hidden.length, ids.length, problem)));
  void vscode.window.showInformationMessage(vscode.l10n.t('Taken back: {0}. For 30 days Recently Deleted has them. Names that came with them stay in the people file.', countWords(hidden.length)));
}
