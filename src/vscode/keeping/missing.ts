import * as vscode from 'vscode';
import type { Entry } from '../../store/entry';

/** How many incidents are not in the folder now. */
export function missingWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 incident is not in the folder now.') : vscode.l10n.t('{0} incidents are not in the folder now.', count);
}

/** Whether a backup may help: its file is gone, or what is in it cannot be used. */
export function canRestore({ state, missing }: Entry): boolean {
  return missing || state === 'unreadable' || state === 'invalid';
}
