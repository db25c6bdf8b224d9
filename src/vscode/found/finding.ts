import type * as vscode from 'vscode';
import { afterSources, findings, type FoundIncident } from '../../core/found/findings';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import type { Refused, Saved } from '../../store/refusal';
import { saveOrSay } from '../saving';
import type { Act } from './act';
import { actOn } from './acts';
import { foundItem } from './foundItem';
import { Sources } from './sources';

/** What comes in a row counts as one, in milliseconds. */
const TOGETHER = 150;

export interface FindingOptions {
  readonly journal: Journal;
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** Where looks remember, and where it is kept what was asked: absolute. */
  readonly memories: string;
  readonly prompts: string;
  /** Called when others are found. */
  readonly changed: () => void;
}

/** Puts together what the sources say and what the journal holds, each time that one of them changes. */
export class Finding implements vscode.Disposable {
  readonly sources: Sources;
  readonly #followed: vscode.Disposable;
  #found: readonly FoundIncident[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly options: FindingOptions) {
    const soon = (): void => void (this.#timer ??= setTimeout(() => this.#findOut(), TOGETHER));
    this.sources = new Sources(options.memories, soon);
    this.#followed = options.journal.onDidChange(soon);
  }

  get found(): readonly FoundIncident[] {
    return this.#found;
  }

  /**
   * Makes a record of what was found: real until said otherwise. Where it became one meanwhile (a second click, another window), that is the
   * one that changes. Undefined where it could not be saved, or is not there any more.
   */
  async adopt(id: string, change: (record: Incident) => Incident = (record) => record): Promise<Incident | undefined> {
    const one = this.#found.find(({ incident }) => incident.id === id);
    const saved = one && (await saveOrSay(() => this.#record(one.incident, change), one.incident.title));
    if (saved) this.#findOut();
    return saved;
  }

  async #record(incident: Incident, change: (record: Incident) => Incident): Promise<Saved<Incident> | Refused> {
    const { journal } = this.options;
    const made = await journal.create(change({ ...incident, kind: incident.kind ?? 'real' }), Date.parse(incident.window.start));
    return made.ok || made.code !== 'exists' ? made : journal.update(incident.id, change);
  }

  /** How one is listed. */
  item(one: FoundIncident): vscode.TreeItem {
    return foundItem(one);
  }

  /** Does what a command asks for. @param ids the incidents that it is about, where it is about some */
  act(act: Act, ids: readonly string[]): Promise<unknown> {
    return actOn(this, act, ids);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#followed.dispose();
    this.sources.dispose();
  }

  #findOut(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { journal, changed } = this.options;
    const deleted = journal.deletedEntries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []));
    const { found, following } = findings(journal.records(), [...deleted, ...journal.absorbed()], this.sources.claims, Date.now());
    for (const { id, assembled } of following) void journal.update(id, (record) => afterSources(record, assembled));
    const isSame = JSON.stringify(found.map(({ incident }) => incident)) === JSON.stringify(this.#found.map(({ incident }) => incident));
    this.#found = found.filter(({ incident }) => !journal.has(incident.id));
    if (!isSame) changed();
  }
}
