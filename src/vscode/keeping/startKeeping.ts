import type * as vscode from 'vscode';
import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** Begins what a journal needs without being asked, once everything was read. */
export function startKeeping(journal: Journal, folder: string): vscode.Disposable {
  let isOver = false;
  let started: vscode.Disposable | undefined;
  void journal.whenLoaded.then(() => {
    if (!isOver) started = new (part('keeping').Keeping)(journal, folder);
  });
  return {
    dispose: () => {
      isOver = true;
      started?.dispose();
    },
  };
}
