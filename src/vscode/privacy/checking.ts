import type * as vscode from 'vscode';
import type { Place } from '../place';
import type * as privacy from './privacy';

/** The one page of *Check Privacy*, while it is open. */
export class Checking {
  #page: privacy.PrivacyPage | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly place: () => Place,
  ) {}

  /** Opens the page, or shows the one that is open and looks again. */
  open(): void {
    if (this.#page) return this.#page.reveal();
    this.#page = new (load().PrivacyPage)({ context: this.context, place: this.place, onDispose: () => (this.#page = undefined) });
  }

  /** The journal is in another place by now. */
  follow(): void {
    void this.#page?.look();
  }
}

/** The other bundle. An import would be loaded with this one. */
function load(): typeof privacy {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./privacy') as typeof privacy;
}
