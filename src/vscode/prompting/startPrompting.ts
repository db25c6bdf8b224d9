import type * as vscode from 'vscode';
import { join } from 'node:path';
import { incidentState } from '../../core/incident/state';
import type { Journal } from '../../store/journal';
import type { FoundIncidents } from '../found/foundIncidents';
import { part } from '../parts';
import { LastTyped } from './lastTyped';
import type * as prompting from './prompting';

export interface PromptingStartOptions {
  readonly journal: Journal;
  readonly found: FoundIncidents;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** The editor's own folder for the extension. */
  readonly storage: vscode.Uri;
  /** Fires when something is done in one of our pages. */
  readonly inPages: vscode.Event<unknown>;
}

/** Has the questions after an incident loaded when there is something to ask about, or when the lead wants to know why. */
export class PromptingStart implements vscode.Disposable {
  readonly #typed: LastTyped;
  readonly #followed: vscode.Disposable;
  #prompting: prompting.Prompting | undefined;
  #isOver = false;

  constructor(private readonly options: PromptingStartOptions) {
    const { journal, found, inPages } = options;
    this.#typed = new LastTyped(inPages);
    const look = (): void => {
      const states = journal.records().map(incidentState);
      const hasLesson = journal.records().some(({ lesson }) => lesson !== undefined);
      if (found.all.length > 0 || hasLesson || states.includes('waiting') || states.includes('open')) this.#start();
    };
    const followed = [journal.onDidChange(look), found.onDidChange(look)];
    this.#followed = { dispose: () => followed.forEach((each) => each.dispose()) };
    void journal.whenLoaded.then(look);
  }

  /** *Why Did It Ask?* */
  async explain(): Promise<void> {
    await this.options.journal.load();
    await this.#start()?.explain();
  }

  dispose(): void {
    this.#isOver = true;
    this.#followed.dispose();
    this.#typed.dispose();
    this.#prompting?.dispose();
  }

  #start(): prompting.Prompting | undefined {
    if (this.#isOver) return undefined;
    this.#followed.dispose();
    const { storage, ...options } = this.options;
    return (this.#prompting ??= new (part('prompting').Prompting)({ ...options, prompts: join(storage.fsPath, 'prompts'), lastTyped: () => this.#typed.at }));
  }
}
