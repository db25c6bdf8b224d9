import * as vscode from 'vscode';
import * as v from 'valibot';
import { dashboardMessage, type DashboardMessage, type ToDashboard } from '../../core/protocol';
import { dashboardState, type DashboardState, type Notice } from '../../core/growth/dashboardState';
import type { Journal } from '../../store/journal';
import { canRestore, missingWords } from '../keeping/missing';
import { locale, type Place } from '../place';
import { remedy } from '../place/remedies';
import { pageHtml, pageOptions } from '../page';

type Handlers = { readonly [Type in DashboardMessage['type']]: (message: Extract<DashboardMessage, { type: Type }>) => unknown };

/** The dashboard in the sidebar: posts its whole state each time anything changed. */
export class GrowthView implements vscode.WebviewViewProvider {
  #view: vscode.WebviewView | undefined;
  /** Until everything was read, counts are too low: the page says so. */
  #reading = true;
  #caution: string | undefined;
  #changes: { dispose(): void } | undefined;
  readonly #handlers: Handlers = {
    ready: () => this.show(),
    reflect: ({ id }) => vscode.commands.executeCommand('leadDebrief.openReflection', id),
    reflectOnAny: () => vscode.commands.executeCommand('leadDebrief.reflect'),
    ledger: () => vscode.commands.executeCommand('leadDebrief.notePlan'),
    closePlan: () => vscode.commands.executeCommand('leadDebrief.closePlan'),
    remedy: (message) => remedy(message.remedy),
    restore: ({ file }) => vscode.commands.executeCommand('leadDebrief.restoreBackup', file),
    openFile: ({ file }) => vscode.commands.executeCommand('leadDebrief.openFile', file),
  };

  constructor(
    private place: Place,
    private readonly extension: vscode.Uri,
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
    if (this.#view) void place.journal?.load();
  }

  /** One sentence above all others. */
  caution(words: string): void {
    this.#caution = words;
    this.show();
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    this.#view = view;
    view.webview.options = pageOptions(this.extension);
    view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidChangeVisibility(() => {
      this.show(); // "ended 5 h ago" has aged
      if (view.visible) void this.place.journal?.refresh();
    });
    view.onDidDispose(() => (this.#view = undefined));
    view.webview.html = pageHtml(view.webview, this.extension, {
      title: vscode.l10n.t('Growth'),
      script: 'dashboard.js',
      sheets: ['base.css', 'dashboard.css'],
      frame: '<main class="board" aria-busy="true"></main>',
    });
    await this.place.journal?.load();
  }

  /** The whole state of the dashboard. */
  state(): DashboardState {
    const { place } = this;
    const context = { locale: locale(), now: Date.now() };
    if (!place.journal) {
      return dashboardState([], { ...context, faults: [], notice: { words: place.reason, remedies: place.remedies } });
    }
    const faults = [
      ...place.journal.problems().map(({ file, reason }) => ({ name: file, reason, file, canRestore: file !== '' })),
      ...place.journal.entries().flatMap((entry) => (entry.state === 'ok' ? [] : [{ name: entry.name, reason: entry.reason, file: entry.file, canRestore: canRestore(entry) }])),
    ];
    const notice = this.#notice(place.journal);
    return dashboardState(place.journal.records(), { ...context, faults, reading: this.#reading, ...(notice && { notice }) });
  }

  #notice(journal: Journal): Notice | undefined {
    if (this.#caution !== undefined) return { words: this.#caution };
    const missing = journal.backups.missing().length;
    return missing === 0 ? undefined : { words: missingWords(missing), remedies: ['restoreMissing'] };
  }

  /** Posts the whole state, where somebody sees it. */
  show(): void {
    if (!this.#view?.visible) return;
    const message: ToDashboard = { type: 'state', state: this.state() };
    void this.#view.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const checked = v.safeParse(dashboardMessage, message);
    if (!checked.success) return;
    const handler = this.#handlers[checked.output.type] as (message: DashboardMessage) => unknown;
    handler(checked.output);
  }
}
