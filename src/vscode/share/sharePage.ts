import * as vscode from 'vscode';
import { homedir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import * as v from 'valibot';
import type { Locale } from '../../core/incident/times';
import { shareMessage, type ShareMessage, type ToShare } from '../../core/protocol';
import { formWords, type ShareChoice } from '../../core/share/choice';
import { chosen, type Choosing } from '../../core/share/choosing';
import { markOf, shareState, type Share, type ShareContext, type ShareState, type ShareText } from '../../core/share/shareState';
import { writeExport } from '../../store/exported';
import { areContentsHidden, onContentsHidden } from '../hiding';
import { SHARE_TYPE } from '../ids';
import { pageOptions, panelIcon, showPage } from '../page';
import { openText } from './wholeText';

export interface SharePageOptions {
  readonly share: Share;
  /** The journal's own folder, in which no export is written. */
  readonly folder: vscode.Uri;
  readonly extension: vscode.Uri;
  /** What is chosen when the page opens. */
  readonly choice: ShareChoice;
  readonly locale: Locale;
  /** The clock as the page opened, in milliseconds: what somebody looks at says the same until it leaves. */
  readonly now: number;
}

type Handlers = { readonly [Type in ShareMessage['type']]: (message: Extract<ShareMessage, { type: Type }>) => unknown };

/** What became of the last press of a button. */
type Outcome = Pick<ShareState, 'done' | 'problem'>;

/** The folder of the last export, in this window. */
let lastFolder: string | undefined;

/** The page on which somebody looks at what would leave, cuts it down, and lets it out. */
export class SharePage {
  readonly panel: vscode.WebviewPanel;
  #choice: ShareChoice;
  #revision = 0;
  #written: ShareText | undefined;
  #outcome: Outcome = {};
  readonly #handlers: Handlers = {
    ready: () => this.#show(),
    form: (message) => this.#choose(message),
    whole: (message) => this.#choose(message),
    section: (message) => this.#choose(message),
    person: (message) => this.#choose(message),
    openText: () => openText(this.#text(), this.#fileName()),
    toFile: ({ revision }) => this.#leave(revision, () => this.#toFile()),
    toClipboard: ({ revision }) => this.#leave(revision, () => this.#toClipboard()),
  };

  constructor(private readonly options: SharePageOptions) {
    this.#choice = options.choice;
    const { extension } = options;
    this.panel = vscode.window.createWebviewPanel(SHARE_TYPE, this.#title(), vscode.ViewColumn.Active, pageOptions(extension));
    this.panel.iconPath = panelIcon(extension);
    this.panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    const hiding = onContentsHidden(() => (this.panel.title = this.#title()));
    this.panel.onDidDispose(() => hiding.dispose());
    const frame = '<div class="page" aria-busy="true"><main></main></div>';
    showPage(this.panel, extension, { title: vscode.l10n.t('Share'), script: 'share.js', sheets: ['panel.css', 'share.css'], frame });
  }

  /** Of the tab. */
  #title(): string {
    const { options } = this;
    return areContentsHidden() ? vscode.l10n.t('Share') : vscode.l10n.t('Share: {0}', options.share.title(options));
  }

  /** What a page sends is checked, whatever the page is believed to be; what does not fit is dropped. */
  async #receive(message: unknown): Promise<void> {
    const checked = v.safeParse(shareMessage, message);
    if (!checked.success) return;
    const handler = this.#handlers[checked.output.type] as (message: ShareMessage) => unknown;
    try {
      await handler(checked.output);
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('That did not work: {0}', error instanceof Error ? error.message : String(error)));
    }
  }

  #context(): ShareContext {
    const { locale, now } = this.options;
    return { choice: this.#choice, locale, now };
  }

  /** The very text that leaves, and whose beginning the page shows. */
  #text(): string {
    return (this.#written ??= this.options.share.write(this.#context())).text;
  }

  #fileName(): string {
    return this.options.share.fileName(this.#context());
  }

  #show(): void {
    const state = shareState(this.options.share, this.#context(), { revision: this.#revision, ...this.#outcome });
    const message: ToShare = { type: 'state', state };
    void this.panel.webview.postMessage(message);
  }

  #choose(message: Choosing): void {
    this.#choice = chosen(this.#choice, message, this.options.share.people().map(({ id }) => id));
    [this.#written, this.#outcome] = [undefined, {}];
    this.#revision += 1;
    this.#show();
  }

  /** Lets out what the page shows. Where it shows something older, because the press of a button came before the new preview, nothing leaves. */
  async #leave(revision: number, work: () => Promise<Outcome>): Promise<void> {
    this.#outcome = revision === this.#revision ? await work() : { problem: vscode.l10n.t('The preview had changed. Look at it, then try again.') };
    this.#show();
  }

  async #toClipboard(): Promise<Outcome> {
    const text = this.#text();
    try {
      await vscode.env.clipboard.writeText(text);
    } catch (error) {
      return { problem: vscode.l10n.t('Not copied: {0}', error instanceof Error ? error.message : String(error)) };
    }
    return { done: vscode.l10n.t('Copied to the clipboard: all of it, {0} characters.', text.length.toLocaleString(this.options.locale.language)) };
  }

  async #toFile(): Promise<Outcome> {
    const [text, mark, name] = [this.#text(), markOf(this.#choice), this.#fileName()];
    const uri = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Share to a File'),
      defaultUri: vscode.Uri.file(join(lastFolder ?? homedir(), name)),
      filters: { [formWords()[this.#choice.form]]: [name.slice(name.lastIndexOf('.') + 1)] },
    });
    if (!uri) return {};
    if (uri.scheme !== 'file') return { problem: vscode.l10n.t('Not written: {0} is not on a disk of this machine.', uri.toString()) };
    if (uri.fsPath.startsWith(this.options.folder.fsPath + sep)) return { problem: vscode.l10n.t('Not written: this is the folder of the journal itself. Choose another one.') };
    const result = await writeExport(uri.fsPath, text, mark);
    if (!result.ok) return { problem: result.reason };
    lastFolder = dirname(uri.fsPath);
    return { done: vscode.l10n.t('Written to {0}.', uri.fsPath) };
  }
}
