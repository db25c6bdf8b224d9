import * as vscode from 'vscode';
import { join } from 'node:path';
import type { FoundIncident } from '../../core/found/findings';
import type { Journal } from '../../store/journal';
import { part } from '../parts';
import type * as found from './found';

/** How long after the journal was read it is looked for incidents, in milliseconds: the editor is idle by then. */
const IDLE = 500;
const NOTHING: readonly FoundIncident[] = [];

export interface FoundOptions {
  readonly journal: Journal;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** The editor's own folder for the extension. */
  readonly storage: vscode.Uri;
}

/** Incidents that sources tell of, beside those of a journal. Has the looking loaded where a source is on and the workspace is trusted. */
export class FoundIncidents implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Others are found, or the same are by now others. */
  readonly onDidChange = this.#changed.event;
  readonly #followed: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #finding: found.Finding | undefined;
  #isOver = false;

  constructor(private readonly options: FoundOptions) {
    const soon = (): void => {
      if (!this.#finding) this.#timer ??= setTimeout(() => this.#start(), IDLE);
    };
    this.#followed = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(soon),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('leadDebrief.sources') && soon()),
    );
    void options.journal.whenLoaded.then(soon);
  }

  /** Newest first; those that are records by now are not among them. */
  get all(): readonly FoundIncident[] {
    return this.#finding?.found ?? NOTHING;
  }

  get(id: string): FoundIncident | undefined {
    return this.all.find(({ incident }) => incident.id === id);
  }

  /** What looks, and what can be done with what it found. */
  finding(): found.Finding {
    const { journal, folder, storage } = this.options;
    return (this.#finding ??= new (part('found').Finding)({ journal, folder, memories: join(storage.fsPath, 'found'), prompts: join(storage.fsPath, 'prompts'), changed: () => this.#changed.fire() }));
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#followed.dispose();
    this.#finding?.dispose();
    this.#changed.dispose();
  }

  #start(): void {
    this.#timer = undefined;
    const set = vscode.workspace.getConfiguration('leadDebrief.sources');
    const isOn = set.get('documents', true) || set.get('git', true);
    if (!this.#isOver && vscode.workspace.isTrusted && isOn) this.finding();
  }
}
