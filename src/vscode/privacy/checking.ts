import type * as vscode from 'vscode';
import { setShared } from '../../store/sharing';
import { part } from '../parts';
import type { Place } from '../place';
import { saveOrSay } from '../saving';
import type * as privacy from './privacy';

/** The one page of *Check Privacy*, while it is open. */
export class Checking {
  #page: privacy.PrivacyPage | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly place: () => Place,
  ) {}

  /** Opens the page, or shows the one that is open and looks again. @param panel one that comes back after a reload */
  open(panel?: vscode.WebviewPanel): void {
    if (this.#page) {
      panel?.dispose();
      return this.#page.reveal();
    }
    const { context, place } = this;
    this.#page = new (part('privacy').PrivacyPage)({ context, place, panel, ignore, onDispose: () => (this.#page = undefined) });
  }

  /** The journal is in another place by now. */
  follow(): void {
    void this.#page?.look();
  }
}

async function ignore({ journal, folder }: Place & { readonly folder?: vscode.Uri }): Promise<void> {
  if (journal && folder) await saveOrSay(() => setShared(journal, folder.fsPath, false));
}
