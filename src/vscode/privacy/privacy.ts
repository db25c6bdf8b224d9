// *Check Privacy*: a bundle of its own, loaded when somebody asks.
import * as vscode from 'vscode';
import * as v from 'valibot';
import { privacyState } from '../../core/privacy/privacyState';
import type { PrivacyFacts } from '../../core/privacy/facts';
import type { PrivacyAction } from '../../core/privacy/state';
import { privacyMessage, type PrivacyMessage, type ToPrivacy } from '../../core/protocol';
import { PRIVACY_TYPE } from '../ids';
import { escapeHtml } from '../../core/escapeHtml';
import { pageOptions, panelIcon, showPage } from '../page';
import { locale, type Place } from '../place';
import { remedy } from '../place/remedies';
import { setExcluded } from './localHistory';
import { lookAtPrivacy } from './looking';
import { openPlace } from './openPlace';

export interface PrivacyOptions {
  readonly context: vscode.ExtensionContext;
  /** Where the journal is by now. */
  readonly place: () => Place;
  /** Hides a journal from git again. */
  readonly ignore: (place: Place) => PromiseLike<unknown>;
  readonly onDispose: () => void;
  /** One that comes back after a reload; a new one where absent. */
  readonly panel?: vscode.WebviewPanel | undefined;
}

type Handlers = { readonly [Type in PrivacyMessage['type']]: (message: Extract<PrivacyMessage, { type: Type }>) => unknown };

/** The page that says what can be known of the journal's privacy. Looks when it is opened, and when it is asked to. */
export class PrivacyPage {
  readonly #panel: vscode.WebviewPanel;
  readonly #over = new AbortController();
  #facts: PrivacyFacts | undefined;
  #at = 0;
  #looks = 0;
  readonly #handlers: Handlers = {
    ready: () => this.#show(),
    lookAgain: () => this.look(),
    openPlace: ({ place }) => {
      const path = this.#facts?.places[place]?.path;
      return path === undefined ? undefined : openPlace(path);
    },
    act: ({ action }) => this.#act(action),
    copy: ({ text }) => vscode.env.clipboard.writeText(text),
    remedy: (message) => remedy(message.remedy),
  };

  constructor(private readonly options: PrivacyOptions) {
    const { extensionUri } = options.context;
    const title = vscode.l10n.t('Check Privacy');
    const panel = options.panel ?? vscode.window.createWebviewPanel(PRIVACY_TYPE, title, vscode.ViewColumn.Active);
    this.#panel = panel;
    panel.webview.options = pageOptions(extensionUri);
    panel.iconPath = panelIcon(extensionUri);
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      this.#over.abort();
      options.onDispose();
    });
    const frame = `<div class="page" aria-busy="true"><main><div class="column"><article class="screen letter"><header><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(vscode.l10n.t('Looking…'))}</p></header></article></div></main></div>`;
    showPage(panel, extensionUri, { title, script: 'privacy.js', sheets: ['panel.css', 'privacy.css'], frame });
    void this.look();
  }

  reveal(): void {
    this.#panel.reveal();
    void this.look();
  }

  /** Looks at everything anew. Of several looks at the same time, the last one is shown. */
  async look(): Promise<void> {
    const own = (this.#looks += 1);
    const { context, place } = this.options;
    const facts = await lookAtPrivacy(place(), context.globalStorageUri.fsPath, this.#over.signal);
    if (own !== this.#looks || this.#over.signal.aborted) return;
    [this.#facts, this.#at] = [facts, Date.now()];
    this.#show();
  }

  /** The whole state, as it was looked at last. */
  #show(): void {
    if (!this.#facts) return;
    const place = this.options.place();
    const state = privacyState(this.#facts, { locale: locale(), now: this.#at, remedies: place.journal ? [] : place.remedies });
    const message: ToPrivacy = { type: 'state', state };
    void this.#panel.webview.postMessage(message);
  }

  async #act(action: PrivacyAction): Promise<void> {
    const { place, ignore } = this.options;
    if (action === 'excludeHistory' || action === 'includeHistory') await setExcluded(action === 'excludeHistory');
    else if (action === 'ignoreItself') await ignore(place());
    else await vscode.commands.executeCommand(`leadDebrief.${action}`);
    await this.look();
  }

  /** What a page sends is checked, whatever the page is believed to be. */
  #receive(message: unknown): void {
    const checked = v.safeParse(privacyMessage, message);
    if (!checked.success) return;
    const handler = this.#handlers[checked.output.type] as (message: PrivacyMessage) => unknown;
    void Promise.resolve(handler(checked.output)).catch((error: unknown) => {
      void vscode.window.showErrorMessage(vscode.l10n.t('That did not work: {0}', error instanceof Error ? error.message : String(error)));
    });
  }
}
