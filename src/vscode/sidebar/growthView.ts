import * as vscode from 'vscode';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { dashboardMessage, type DashboardMessage, type ToDashboard } from '../../core/protocol';
import { dashboardState, type DashboardState, type Notice } from '../../core/growth/dashboardState';
import type { ListId } from '../../core/growth/lists';
import type { OpenOccasions } from '../../core/growth/occasionList';
import { openedOf } from '../../core/growth/opened';
import { USUAL_SCOPE, type Scope } from '../../core/growth/scope';
import type { Journal } from '../../store/journal';
import { canRestore, missingWords } from '../keeping/missing';
import { locale, type Place } from '../place';
import { remedy } from '../place/remedies';
import { escapeHtml } from '../../core/escapeHtml';
import { showPage } from '../page';
import { copyThanks, noteThanked } from './thanking';

/* A bundle of its own, which is loaded when somebody first looks at the dashboard. */

type Handlers = { readonly [Type in DashboardMessage['type']]: (message: Extract<DashboardMessage, { type: Type }>) => unknown };

/** What the page stands in: a view of the sidebar, or a panel among the editors. */
export type Container = Pick<vscode.WebviewView | vscode.WebviewPanel, 'webview' | 'visible' | 'onDidDispose'>;
export type Where = 'sidebar' | 'editor';

/** Where the journal is, and what is known of it as a whole. */
export interface About {
  readonly place: Place;
  /** Older records are still being read. */
  readonly reading: boolean;
  /** One sentence above all others. */
  readonly caution?: string;
}

interface Opening {
  readonly where: Where;
  readonly extension: vscode.Uri;
  readonly about: () => About;
}

/** One page with the dashboard: posts its whole state each time anything changed. */
export class GrowthView {
  readonly #handlers: Handlers = {
    ready: () => this.show(),
    scope: ({ kind, period }) => this.#look({ kind, period }),
    occasions: ({ behaviour, from }) => this.#showOccasions(behaviour === null ? undefined : { behaviour, from }),
    reflect: ({ id }) => vscode.commands.executeCommand('leadDebrief.openReflection', id),
    reflectOnAny: () => vscode.commands.executeCommand('leadDebrief.reflect'),
    tryIt: () => vscode.commands.executeCommand('leadDebrief.tryIt'),
    ledger: () => vscode.commands.executeCommand('leadDebrief.notePlan'),
    rehearsePlan: () => this.#rehearse(),
    changePlan: () => vscode.commands.executeCommand('leadDebrief.changePlan'),
    checkPromise: ({ promise }) => vscode.commands.executeCommand('leadDebrief.checkPromise', promise),
    recallLesson: ({ id }) => vscode.commands.executeCommand('leadDebrief.recallLesson', id),
    showAll: ({ list, on }) => this.#showAll(list, on),
    setGoal: () => vscode.commands.executeCommand('leadDebrief.setGoal'),
    settleGoal: () => vscode.commands.executeCommand('leadDebrief.settleGoal'),
    setLoadLimit: () => vscode.commands.executeCommand('leadDebrief.setLoadLimit'),
    thanked: (message) => this.#journal && noteThanked(this.#journal, message),
    copyThanks: (message) => this.#journal && copyThanks(this.#journal, message),
    closePlan: () => vscode.commands.executeCommand('leadDebrief.closePlan'),
    remedy: (message) => remedy(message.remedy),
    restore: ({ file }) => vscode.commands.executeCommand('leadDebrief.restoreBackup', file),
    openFile: ({ file }) => vscode.commands.executeCommand('leadDebrief.openFile', file),
  };

  /** What the reader of this page chose. The page remembers it. */
  #scope = USUAL_SCOPE;
  /** The long lists that the reader opened. They are short again in a new window. */
  #open: readonly ListId[] = [];
  #isRehearsing = false;
  /** Whose occasions are open, until the window is loaded anew. */
  #occasions: OpenOccasions | undefined;

  constructor(
    private readonly container: Container,
    private readonly opening: Opening,
  ) {
    const { webview } = container;
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    showPage(container, opening.extension, {
      title: vscode.l10n.t('Growth'),
      script: 'dashboard.js',
      sheets: ['dashboard.css'], // one request less before the first paint: base.css is in it
      frame: frameHtml(opening.about().place),
      where: opening.where,
    });
  }

  /** The whole state of the dashboard. */
  state(): DashboardState {
    const { place, reading, caution } = this.opening.about();
    const context = { locale: locale(), now: Date.now(), isRehearsing: this.#isRehearsing };
    if (!place.journal) {
      return dashboardState([], { ...context, faults: [], notice: { words: place.reason, remedies: place.remedies } });
    }
    const faults = [
      ...place.journal.problems().map(({ file, reason }) => ({ name: file, reason, file, canRestore: file !== '' })),
      ...place.journal.entries().flatMap((entry) => (entry.state === 'ok' ? [] : [{ name: entry.name, reason: entry.reason, file: entry.file, canRestore: canRestore(entry) }])),
    ];
    const notice = caution === undefined ? missingNotice(place.journal) : { words: caution };
    const [facts, { people }] = [place.journal.facts(), place.journal.people()];
    return dashboardState(place.journal.records(), { ...context, scope: this.#scope, people, ...(facts && { facts }), faults, reading, ...(notice && { notice }) });
  }

  /** Posts the whole state, and beside it what the reader opened, where somebody sees it. */
  show(): void {
    if (!this.container.visible) return;
    if (this.#occasions || this.#open.length > 0) this.#postOpened();
    this.#post({ type: 'state', state: this.state() });
  }

  #postOpened(): void {
    const journal = this.#journal;
    const opening = { scope: this.#scope, occasions: this.#occasions, lists: this.#open };
    const opened = journal && openedOf(journal.records(), opening, { people: journal.people().people, facts: journal.facts(), locale: locale(), now: Date.now() });
    this.#post({ type: 'opened', opened: opened ?? null });
  }

  #post(message: ToDashboard): void {
    void this.container.webview.postMessage(message);
  }

  #showAll(list: ListId, on: boolean): void {
    const others = this.#open.filter((each) => each !== list);
    this.#open = on ? [...others, list] : others;
    this.#postOpened();
  }

  /** The words of the plan do not stand beside the question. */
  async #rehearse(): Promise<void> {
    this.#isRehearsing = true;
    this.show();
    await vscode.commands.executeCommand('leadDebrief.rehearsePlan');
    this.#isRehearsing = false;
    this.show();
  }

  #look(scope: Scope): void {
    if (scope.kind === this.#scope.kind && scope.period === this.#scope.period) return; // a page that is there again says what it remembers
    this.#scope = scope;
    this.#occasions &&= { ...this.#occasions, from: 0 };
    this.show();
  }

  #showOccasions(occasions: OpenOccasions | undefined): void {
    this.#occasions = occasions;
    this.#postOpened();
  }

  get #journal(): Journal | undefined {
    return this.opening.about().place.journal;
  }

  #receive(message: unknown): void {
    const checked = v.safeParse(dashboardMessage, message);
    if (!checked.success) return;
    const handler = this.#handlers[checked.output.type] as (message: DashboardMessage) => unknown;
    handler(checked.output);
  }
}

/** What stands first on every dashboard that is not empty, so that the first paint does not wait for the state; the journal may not be read yet. */
function frameHtml(place: Place): string {
  const isBegun = place.journal !== undefined && existsSync(join(place.folder.fsPath, 'incidents'));
  const first = `<section><header><h2><span class="fold"><span class="icon"></span>${escapeHtml(l10n.t('Next'))}</span></h2></header></section>`;
  return `<main class="board" aria-busy="true"><div class="grid"><div class="now">${isBegun ? first : ''}</div></div></main>`;
}

function missingNotice(journal: Journal): Notice | undefined {
  const missing = journal.backups.missing().length;
  return missing === 0 ? undefined : { words: missingWords(missing), remedies: ['restoreMissing'] };
}
