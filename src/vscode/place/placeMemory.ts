import type * as vscode from 'vscode';
import { hasJournal, type LastPlace } from '../../store/whereabouts';

/** A journal that was written to from this machine. */
export interface KnownJournal {
  readonly folder: string;
  readonly id: string;
  /** When it was last written to: ISO 8601. */
  readonly used: string;
}

/** As many of the last used as can be offered. */
const KNOWN = 5;
const LAST = 'journal.last';
const CHOSEN = 'journal.chosen';
const ASKED = 'journal.asked';
const JOURNALS = 'journals';

/** What the editor remembers of where journals are: of this workspace, and of this machine. Nothing of their contents. */
export class PlaceMemory {
  readonly #written = new Set<string>();

  constructor(private readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>) {}

  /** Where this workspace's journal was, and what the setting said then. */
  get last(): LastPlace | undefined {
    return this.context.workspaceState.get(LAST);
  }

  set last(last: LastPlace | undefined) {
    if (JSON.stringify(last) !== JSON.stringify(this.last)) void this.context.workspaceState.update(LAST, last);
  }

  /** The journal's folder that was chosen among those of several open folders. */
  get chosen(): string | undefined {
    return this.context.workspaceState.get(CHOSEN);
  }

  set chosen(folder: string | undefined) {
    void this.context.workspaceState.update(CHOSEN, folder);
  }

  /** Whether the first save of this workspace has offered a journal elsewhere. */
  get asked(): boolean {
    return this.context.workspaceState.get(ASKED, false);
  }

  set asked(asked: boolean) {
    void this.context.workspaceState.update(ASKED, asked);
  }

  /** Journals elsewhere that are still there, the last used first. */
  knownBeside(folder: string): readonly KnownJournal[] {
    return this.#journals().filter((known) => known.folder !== folder && hasJournal(known.folder));
  }

  /** A save went there. Noted once in each window. */
  wrote(folder: string, id: string): void {
    if (this.#written.has(folder)) return;
    this.#written.add(folder);
    const others = this.#journals().filter((known) => known.folder !== folder && known.id !== id);
    void this.context.globalState.update(JOURNALS, [{ folder, id, used: new Date().toISOString() }, ...others].slice(0, KNOWN));
  }

  #journals(): readonly KnownJournal[] {
    return this.context.globalState.get(JOURNALS, []);
  }
}
