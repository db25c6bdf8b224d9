import type * as vscode from 'vscode';
import { conflictedFiles } from '../../store/conflictedFiles';
import type { Journal } from '../../store/journal';
import { part } from '../parts';
import type { Merging } from './merging';

/** Has files merged in which git left a conflict, as they are found. */
export function mergeConflicts(journal: Journal, { fsPath: folder }: vscode.Uri): vscode.Disposable {
  let merging: Merging | undefined;
  return journal.onDidChange(() => {
    if (conflictedFiles(journal).length > 0) (merging ??= new (part('merging').Merging)(journal, folder)).merge();
  });
}
