import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { DeepState } from '../../core/deep/deepState';
import type { DeepContext } from '../../core/deep/deepStateOf';
import type { DrillState } from '../../core/drill/drillState';
import { windowWords } from '../../core/incident/times';
import type { LetterState } from '../../core/letter/state';
import type { PageKey } from '../../core/pageKeys';
import { reflectionMessage, type ToReflection } from '../../core/protocol';
import type { ReflectionContext, ReflectionState } from '../../core/reflection/reflectionState';
import type { Journal } from '../../store/journal';
import { shownTab, shownTitle } from '../hiding';
import { pageOptions, panelIcon, showPage, type Banner, type Page } from '../page';
import { part } from '../parts';
import { locale, newId } from '../place';
import { letterFrame, reflectionFrame } from './frame';
import { BESIDE, handle } from './handlers';
import type { EvidenceReader } from './evidenceReader';
import { ReflectionSession } from './session';

export interface PanelOptions {
  readonly id: string;
  readonly journal: Journal;
  readonly evidence: Pick<EvidenceReader, 'reading' | 'rootOf' | 'onDidChange'>;
  readonly extension: vscode.Uri;
  /** A finished reflection is read first. */
  readonly reading: boolean;
  /** What is said above each of its pages. */
  readonly banner?: Banner;
  readonly onDispose: () => void;
  /** The page sent something: the lead is at work in it. */
  readonly onInput: () => void;
}

/** One panel for one incident. New panels and panels that come back after a reload meet in this constructor. */
export class ReflectionPanel {
  readonly session: ReflectionSession;
  readonly #disposables: vscode.Disposable[] = [];
  #queue: Promise<void> = Promise.resolve();
  #closed = false;
  #journalChanges: { dispose(): void };

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly options: PanelOptions,
  ) {
    const { id, journal, evidence, extension, reading, banner } = options;
    const show = (state: ReflectionState | LetterState | DeepState | DrillState): void => this.#show(state);
    const deep = { show, stateOf: (context: DeepContext): DeepState => part('deep').deepState(context) };
    const drill = { show, stateOf: (context: ReflectionContext): DrillState | undefined => part('drill').drillState(context) };
    const nudge = (): boolean => vscode.workspace.getConfiguration('leadDebrief').get('reflection.languageNudge') !== false;
    const page = { show, showLetter: show, deep, drill, nudge, onTurn: () => this.#turn(), close: () => panel.dispose() };
    this.session = new ReflectionSession({ id, journal, evidence, locale, now: Date.now, newId, reading, madeUp: banner !== undefined, ...page });
    panel.iconPath = panelIcon(extension);
    panel.webview.options = pageOptions(extension);
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.webview.onDidReceiveMessage(options.onInput),
      panel.onDidChangeViewState(() => this.#viewChanged()),
      evidence.onDidChange(() => this.session.show()),
    );
    this.#journalChanges = journal.onDidChange(() => this.session.show());
    panel.onDidDispose(() => {
      this.#closed = true;
      options.onDispose();
      for (const disposable of [this.#journalChanges, ...this.#disposables]) disposable.dispose();
      void this.#saveTheRest();
    });
    this.#turn();
  }

  /** Puts the page in place: the letter of a finished reflection, its screens, or the deep path. */
  #turn(): void {
    const { extension, banner } = this.options;
    showPage(this.panel, extension, { title: l10n.t('Reflection'), ...(banner && { banner }), ...this.#page() });
    this.#tellKeys();
  }

  #page(): Pick<Page, 'script' | 'sheets' | 'frame'> {
    const { session } = this;
    const { title = '', window } = session.record ?? {};
    const when = window ? windowWords(window, locale(), Date.now()) : '';
    switch (session.view) {
      case 'letter':
        return { script: 'letter.js', frame: letterFrame(session.letter()), sheets: ['panel.css'] };
      case 'screens':
        return { script: 'reflection.js', frame: reflectionFrame(session.firstState()), sheets: ['panel.css'] };
      case 'deep':
        return { script: 'deep.js', frame: part('deep').deepFrame(title, when), sheets: ['deep.css'] };
      case 'drill':
        return { script: 'deep.js', frame: part('drill').deepFrame(title, when), sheets: ['deep.css'] };
    }
  }

  /** Which keys mean something in the panel in front. */
  #tellKeys(): void {
    const { reading, isFinished, view } = this.session;
    const shows = view === 'drill' ? view : reading ? 'reading' : isFinished ? 'finished' : 'draft';
    if (this.panel.active) void vscode.commands.executeCommand('setContext', 'leadDebrief.reflection', shows);
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Goes on in the place to which the journal was moved. */
  follow(journal: Journal): void {
    this.#journalChanges.dispose();
    this.#journalChanges = journal.onDidChange(() => this.session.show());
    this.session.follow(journal);
  }

  /** A key that the editor caught for the page. */
  press(key: PageKey): void {
    this.#post({ type: 'key', key });
  }

  #show(state: ReflectionState | LetterState | DeepState | DrillState): void {
    if (this.#closed) return;
    this.#tellKeys();
    this.panel.title = shownTab(state.title);
    this.#post({ type: 'state', state } as ToReflection);
  }

  #post(message: ToReflection): void {
    void this.panel.webview.postMessage(message);
  }

  /** What a page sends is checked, whatever the page is believed to be; what does not fit is dropped. One at a time, in order, but for what stays open beside it. */
  #receive(message: unknown): void {
    const checked = v.safeParse(reflectionMessage, message);
    if (!checked.success) return;
    if (checked.output.type === 'answer') return void handle(this.session, checked.output);
    const done = this.#queue.then(() => handle(this.session, checked.output)).catch((error: unknown) => {
      void vscode.window.showErrorMessage(vscode.l10n.t('That did not work: {0}', error instanceof Error ? error.message : String(error)));
    });
    if (!BESIDE.includes(checked.output.type)) this.#queue = done;
  }

  /** The tab is gone: what cannot be saved is tried on, and offered to take along. */
  async #saveTheRest(): Promise<void> {
    const { unsaved, record } = this.session;
    if (await unsaved.flush()) return;
    const text = [...unsaved.texts.values()].map((each) => each.text).join('\n\n');
    const copy = vscode.l10n.t('Copy My Text');
    const sentence = vscode.l10n.t('{0}: not saved yet. {1} It is tried again while this window is open.', shownTitle(record?.title ?? ''), unsaved.problem ?? '');
    const answer = await vscode.window.showErrorMessage(sentence, ...(text === '' ? [] : [copy]));
    if (answer === copy) await vscode.env.clipboard.writeText(text);
  }

  #viewChanged(): void {
    this.#tellKeys();
    if (this.panel.visible) void this.session.journal.refresh();
    else void this.session.unsaved.flush();
  }
}
