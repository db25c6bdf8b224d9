import * as vscode from 'vscode';
import type { Exported } from '../../core/share/exportFile';
import { importRecords, takeBack, type Imported } from '../../store/importing';
import type { Journal } from '../../store/journal';
import { newId } from '../place';
import { plain } from '../plain';
import { countWords } from './chooseRecords';

/** Shows how far it is; what was written when the person stops it stays, and can be taken back. */
export function writeImported(journal: Journal, exported: Exported): Thenable<Imported> {
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

/** Says what was imported, with a way back. */
export async function sayImported(journal: Journal, { ids, problem }: Imported, wanted: number): Promise<void> {
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
