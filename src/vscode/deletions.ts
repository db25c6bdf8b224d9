import * as vscode from 'vscode';
import type { Journal } from '../store/journal';
import { shownTitle } from './hiding';

/** Deletes incidents, and brings back what was deleted in this window. */
export class Deletions {
  /** What was not brought back, the last one last. */
  readonly #deleted: string[] = [];

  constructor(private readonly journal: Journal) {}

  /** Hides an incident at once, and offers to bring it back. Nothing happens where its file cannot be changed. */
  async delete(id: string): Promise<void> {
    const entry = this.journal.get(id);
    if (entry?.state !== 'ok') return;
    const result = await this.journal.remove(id);
    if (!result.ok) return void vscode.window.showErrorMessage(result.reason);
    this.#deleted.push(id);
    await this.#enableUndo();
    const undo = vscode.l10n.t('Undo');
    if ((await vscode.window.showInformationMessage(vscode.l10n.t('{0} was deleted.', shownTitle(entry.record.title)), undo)) === undo) await this.undo(id);
  }

  /** Brings an incident back that was deleted in this window: the last one where none is named. */
  async undo(id = this.#deleted.at(-1)): Promise<void> {
    if (id !== undefined && this.#deleted.includes(id)) await this.bringBack(id);
  }

  /** Brings an incident back, wherever it was deleted. Whether it is; where not, says why. */
  async bringBack(id: string): Promise<boolean> {
    const result = await this.journal.undoRemove(id);
    if (!result.ok) {
      void vscode.window.showErrorMessage(result.reason);
      return false;
    }
    const at = this.#deleted.indexOf(id);
    if (at >= 0) this.#deleted.splice(at, 1);
    await this.#enableUndo();
    return true;
  }

  /** Tells the editor whether there is anything to bring back. */
  async #enableUndo(): Promise<void> {
    await vscode.commands.executeCommand('setContext', 'leadDebrief.canUndoDelete', this.#deleted.length > 0);
  }
}
