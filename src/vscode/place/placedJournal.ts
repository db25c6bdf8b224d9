import * as vscode from 'vscode';
import type { Incident } from '../../core/journal/schema';
import { Journal, type JournalOptions } from '../../store/journal';
import { refused, type Refused, type Saved } from '../../store/refusal';

export interface PlacedOptions extends JournalOptions {
  /** Asked before each new record: where it goes. Undefined where the person did not say. */
  readonly whereTo: (journal: Journal) => Promise<Journal | undefined>;
  /** A save went here. */
  readonly wrote: (folder: string, id: string) => void;
}

/** A journal whose place may be asked about before its first record is written. */
export class PlacedJournal extends Journal {
  /** Where the first record went instead. */
  #elsewhere: Journal | undefined;

  constructor(private readonly placed: PlacedOptions) {
    super(placed);
  }

  override async create(record: Incident): Promise<Saved<Incident> | Refused> {
    const journal = await this.whereTo();
    if (!journal) return refused('failed', vscode.l10n.t('It was not said where the journal is to be kept.'));
    return journal === this ? this.#noted(super.create(record)) : journal.create(record);
  }

  /** The journal to which new records go, read as a whole; asks where that may be a question. Undefined where the person did not say. */
  async whereTo(): Promise<Journal | undefined> {
    const journal = await this.placed.whereTo(this);
    if (journal && journal !== this) {
      this.#elsewhere = journal;
      await journal.load();
      await journal.whenLoaded;
    }
    return journal;
  }

  /** Whoever has just saved looks for the open plan in the journal that has it. */
  override records(): readonly Incident[] {
    return this.#elsewhere?.records() ?? super.records();
  }

  override update(id: string, change: (record: Incident) => Incident): Promise<Saved<Incident> | Refused> {
    return this.#noted(super.update(id, change));
  }

  async #noted<T>(saving: Promise<Saved<T> | Refused>): Promise<Saved<T> | Refused> {
    const result = await saving;
    const id = this.facts()?.id;
    if (result.ok && id !== undefined) this.placed.wrote(this.placed.folder, id);
    return result;
  }
}
