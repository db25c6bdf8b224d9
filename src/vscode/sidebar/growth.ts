import * as vscode from 'vscode';
import { DASHBOARD_TYPE } from '../ids';
import { pageOptions, panelIcon } from '../page';
import { part } from '../parts';
import type { Place } from '../place';
import type * as growthView from './growthView';

/**
 * The dashboard, in the sidebar and as a tab: the same page, as often as somebody opened it. Knows which journal it is of; all the rest is
 * a bundle of its own, which is loaded when it is first seen.
 */
export class Growth implements vscode.WebviewViewProvider, vscode.WebviewPanelSerializer {
  readonly #views = new Set<growthView.GrowthView>();
  #tab: vscode.WebviewPanel | undefined;
  /** Until everything was read, counts are too low: the page says so. */
  #reading = true;
  #caution: string | undefined;
  #changes: { dispose(): void } | undefined;

  constructor(
    private place: Place,
    private readonly extension: vscode.Uri,
    /** Somebody looks at it now. */
    private readonly onSeen: () => void,
  ) {
    this.follow(place);
  }

  /** Shows the journal of another place. */
  follow(place: Place): void {
    this.#changes?.dispose();
    [this.place, this.#reading, this.#caution] = [place, true, undefined];
    this.#changes = place.journal?.onDidChange(() => this.show());
    void place.journal?.whenLoaded.then(() => {
      if (this.place !== place) return;
      this.#reading = false;
      this.show();
    });
    this.show();
    if (this.#views.size > 0) void place.journal?.load();
  }

  /** One sentence above all others. */
  caution(words: string): void {
    this.#caution = words;
    this.show();
  }

  /** Posts the whole state wherever somebody sees it. */
  show(): void {
    for (const view of this.#views) view.show();
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    view.webview.options = pageOptions(this.extension);
    view.onDidChangeVisibility(() => this.#seen(view.visible));
    await this.#open(view, 'sidebar');
  }

  /** Opens the dashboard as a tab, or reveals the one that is open. */
  async openTab(): Promise<void> {
    if (this.#tab) return this.#tab.reveal();
    await this.#adopt(vscode.window.createWebviewPanel(DASHBOARD_TYPE, vscode.l10n.t('Growth'), vscode.ViewColumn.Active, pageOptions(this.extension)));
  }

  /** The tab comes back after a reload. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    if (this.#tab) return panel.dispose();
    panel.webview.options = pageOptions(this.extension);
    await this.#adopt(panel);
  }

  async #adopt(panel: vscode.WebviewPanel): Promise<void> {
    this.#tab = panel;
    panel.iconPath = panelIcon(this.extension);
    panel.onDidChangeViewState(() => this.#seen(panel.visible));
    panel.onDidDispose(() => (this.#tab = undefined));
    await this.#open(panel, 'editor');
  }

  #seen(visible: boolean): void {
    if (visible) this.onSeen();
  }

  async #open(container: growthView.Container, where: growthView.Where): Promise<void> {
    const about = () => ({ place: this.place, reading: this.#reading, ...(this.#caution !== undefined && { caution: this.#caution }) });
    const view = new (part('growthView').GrowthView)(container, { where, extension: this.extension, about });
    this.#views.add(view);
    container.onDidDispose(() => this.#views.delete(view));
    await this.place.journal?.load();
  }
}
