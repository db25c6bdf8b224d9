// The questions after an incident. A bundle of its own, loaded when an incident waits or is open: many windows never need it.
import * as vscode from 'vscode';
import { isOld } from '../../core/found/listing';
import type { Journal } from '../../store/journal';
import { historyKey, PromptHistories } from '../../store/promptHistory';
import type { FoundIncidents } from '../found/foundIncidents';
import { Prompter } from './prompter';
import { Questions } from './questions';
import { WindowSurroundings } from './surroundings';
import { sayWhy } from './why';

export interface PromptingOptions {
  readonly journal: Journal;
  readonly found: FoundIncidents;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** The folder of the histories, absolute. */
  readonly prompts: string;
  /** When something was last typed in this window, in milliseconds. */
  readonly lastTyped: () => number | undefined;
}

/** Asks about the incidents of one journal, in one window. */
export class Prompting implements vscode.Disposable {
  readonly #prompter: Prompter;
  readonly #questions: Questions;
  readonly #surroundings: WindowSurroundings;
  readonly #followed: vscode.Disposable;

  constructor({ journal, found, folder, prompts, lastTyped }: PromptingOptions) {
    const histories = new PromptHistories({ folder: prompts, now: Date.now, journalFolder: folder });
    const key = (): string => historyKey(journal.facts()?.id, folder);
    const soon = (): void => this.#prompter.judgeSoon();
    this.#surroundings = new WindowSurroundings(lastTyped, soon);
    this.#questions = new Questions({ journal, found, histories, key, answered: soon });
    this.#prompter = new Prompter({
      journal: {
        records: () => [...journal.records(), ...found.all.map(({ incident }) => incident).filter((each) => !isOld(each, Date.now()))],
        key,
        whenLoaded: journal.whenLoaded,
      },
      histories,
      surroundings: () => this.#surroundings.now(),
      now: Date.now,
      ask: (incident) => void this.#questions.ask(incident),
      askStillOpen: (incident) => void this.#questions.askStillOpen(incident),
      sayLesson: (incident) => void this.#questions.sayLesson(incident),
      later,
    });
    this.#followed = vscode.Disposable.from(this.#surroundings, this.#prompter, journal.onDidChange(soon), found.onDidChange(soon));
    soon();
  }

  /** *Why Did It Ask?* */
  async explain(): Promise<void> {
    await sayWhy(await this.#prompter.judge(), this.#surroundings.problems(), this.#questions);
  }

  dispose(): void {
    this.#followed.dispose();
  }
}

function later(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
