// *Import…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { basename } from 'node:path';
import type { Exported } from '../../core/share/exportFile';
import { asCopy, planImport, type ImportPlan } from '../../core/share/importing';
import { readExported } from '../../store/exported';
import type { Journal } from '../../store/journal';
import { newId } from '../place';
import type { PlacedJournal } from '../place/placedJournal';
import { plain } from '../plain';
import { readTableFile } from '../../sources/table/tableFile';
import { countWords } from './chooseRecords';
import { showTable } from './tablePage';
import { sayImported, writeImported } from './writeImported';

/**
 * Asks for a file, and imports of it what the person wants: a journal that *Share…* wrote after saying what is in it, rows of an incident
 * tool after showing what they would become. Nothing is ever overwritten.
 */
export async function importFile(placed: PlacedJournal, extension: vscode.Uri): Promise<void> {
  const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import'), openLabel: vscode.l10n.t('Look Into It'), filters: { [vscode.l10n.t('JSON or CSV')]: ['json', 'csv', 'tsv', 'txt'] } })) ?? [];
  if (!uri) return;
  const file = await readTableFile(uri.fsPath);
  if (file.kind === 'refused') return refuse(file.reason);
  if (file.kind === 'export') return importJournal(placed, uri);
  const journal = await loaded(placed);
  if (journal) showTable({ table: file.table, name: basename(uri.fsPath), journal, extension });
}

const refuse = (reason: string): void => void vscode.window.showErrorMessage(plain(vscode.l10n.t('Nothing was imported. {0}', reason)));

async function loaded(placed: PlacedJournal): Promise<Journal | undefined> {
  const journal = await placed.whereTo();
  await journal?.load();
  await journal?.whenLoaded;
  return journal;
}

async function importJournal(placed: PlacedJournal, uri: vscode.Uri): Promise<void> {
  const read = await readExported(uri.fsPath);
  if (!read.ok) return refuse(read.reason);
  const journal = await loaded(placed);
  if (!journal) return;
  const plan = planImport(read.exported, (id) => stored(journal, id));
  const incidents = await ask(plan, basename(uri.fsPath));
  if (!incidents) return;
  const imported = await writeImported(journal, { ...read.exported, incidents });
  await sayImported(journal, imported, incidents.length);
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
