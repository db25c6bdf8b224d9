import * as vscode from 'vscode';
import * as v from 'valibot';
import type { PageKey } from '../../core/pageKeys';
import type { Journal } from '../../store/journal';
import { shownTab } from '../hiding';
import { PANEL_TYPE } from '../ids';
import { pageOptions } from '../page';
import { part } from '../parts';
import { plain } from '../plain';
import type * as sitting from './sitting';

/** What the page itself remembers over a reload: which incident it was, and whether it was the letter. */
const remembered = v.object({ id: v.string(), reading: v.optional(v.boolean()) });

/** The open panels, one for each incident; brings them back after a reload. */
export class ReflectionPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #open = new Map<string, sitting.ReflectionPanel>();
  #evidence: sitting.EvidenceReader | undefined;
  readonly #input = new vscode.EventEmitter<void>();
  /** Something was typed or chosen in one of the pages. */
  readonly onInput = this.#input.event;

  constructor(
    private journal: Journal,
    readonly extension: vscode.Uri,
  ) {}

  /** Opens the reflection on an incident, or reveals the one that is open. Says why where it cannot be changed. */
  async open(id: string): Promise<void> {
    const there = this.#open.get(id);
    if (there) return there.reveal();
    await this.journal.load();
    const entry = this.journal.get(id) ?? (await this.journal.whenLoaded.then(() => this.journal.get(id)));
    if (!entry) return void vscode.window.showWarningMessage(vscode.l10n.t('That incident is not in the journal any more.'));
    if (entry.state !== 'ok') return this.#explain(entry.file, entry.reason);
    const panel = vscode.window.createWebviewPanel(PANEL_TYPE, shownTab(entry.record.title), vscode.ViewColumn.Active, pageOptions(this.extension));
    this.#adopt(panel, id, true);
  }

  /** A panel comes back after a reload: as a letter, or at the screen where it was. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const known = v.safeParse(remembered, state);
    await this.journal.load();
    const entry = known.success ? (this.journal.get(known.output.id) ?? (await this.#later(known.output.id))) : undefined;
    if (entry?.state !== 'ok') return panel.dispose();
    this.#adopt(panel, entry.record.id, known.success && known.output.reading === true);
  }

  /** A key that the editor caught, for the panel in front. */
  press(key: PageKey): void {
    for (const panel of this.#open.values()) if (panel.panel.active) panel.press(key);
  }

  /** The incident of the panel in front. */
  get current(): string | undefined {
    return [...this.#open].find(([, { panel }]) => panel.active)?.[0];
  }

  /** Goes to another journal. Panels of incidents that are in it go on; the others are closed, and what was typed is saved before. */
  async follow(journal: Journal | undefined): Promise<void> {
    if (journal === this.journal) return;
    if (journal) this.journal = journal;
    await journal?.load();
    await journal?.whenLoaded;
    for (const [id, panel] of [...this.#open]) {
      if (journal?.get(id)?.state === 'ok') panel.follow(journal);
      else if (await panel.session.unsaved.flush()) panel.panel.dispose();
    }
  }

  /** Something was done in a page that is of another journal. */
  noteInput(): void {
    this.#input.fire();
  }

  /** What the tabs of the panels say. */
  titles(): readonly string[] {
    return [...this.#open.values()].map(({ panel }) => panel.title);
  }

  /** Shows every panel anew: a setting changed what they show. */
  show(): void {
    for (const panel of this.#open.values()) panel.session.show();
  }

  /** Writes what was typed, before the window closes. */
  async flush(): Promise<void> {
    await Promise.all([...this.#open.values()].map((panel) => panel.session.unsaved.flush()));
  }

  async #later(id: string): Promise<ReturnType<Journal['get']>> {
    await this.journal.whenLoaded;
    return this.journal.get(id);
  }

  dispose(): void {
    this.#evidence?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, id: string, reading: boolean): void {
    const { EvidenceReader, ReflectionPanel } = part('sitting');
    const evidence = (this.#evidence ??= new EvidenceReader());
    evidence.forget(id);
    const options = { id, journal: this.journal, evidence, extension: this.extension, reading, onDispose: () => this.#open.delete(id), onInput: () => this.#input.fire() };
    this.#open.set(id, new ReflectionPanel(panel, options));
  }

  async #explain(file: string, reason: string): Promise<void> {
    const open = vscode.l10n.t('Open File');
    if ((await vscode.window.showWarningMessage(plain(reason), open)) === open) await vscode.commands.executeCommand('leadDebrief.openFile', file);
  }
}
