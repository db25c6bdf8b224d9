import type * as vscode from 'vscode';
import type { Journal } from '../../store/journal';
import type * as deletedPick from './deletedPick';
import type * as keeping from './keeping';
import type * as restoring from './restoring';

// Bundles of their own. An import would be loaded with this one, before anybody needs it.

export function loadRestoring(): typeof restoring {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./restoring') as typeof restoring;
}

export function loadDeletedPick(): typeof deletedPick {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./deletedPick') as typeof deletedPick;
}

function loadKeeping(): typeof keeping {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./keeping') as typeof keeping;
}

/** Begins what a journal needs without being asked, once everything was read. */
export function startKeeping(journal: Journal, folder: string): vscode.Disposable {
  let isOver = false;
  let started: vscode.Disposable | undefined;
  void journal.whenLoaded.then(() => {
    if (!isOver) started = new (loadKeeping().Keeping)(journal, folder);
  });
  return {
    dispose: () => {
      isOver = true;
      started?.dispose();
    },
  };
}
