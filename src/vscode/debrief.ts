import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import type { IncidentLink } from '../core/incidentLink/readLink';
import { PAGE_KEYS } from '../core/pageKeys';
import { Journal } from '../store/journal';
import { whyReadOnly } from '../store/mayWrite';
import type { Whereabouts } from '../store/whereabouts';
import type { Command } from './commands';
import { FoundIncidents } from './found/foundIncidents';
import { idOf, type Given } from './given';
import { areContentsHidden } from './hiding';
import { showClock } from './incident/statusClock';
import { startKeeping } from './keeping/startKeeping';
import { mergeConflicts } from './merging/mergeConflicts';
import { onTold, toldIn } from './otherWindows';
import { part } from './parts';
import { newId, type Place } from './place';
import type { PlacedJournal } from './place/placedJournal';
import { Placing } from './place/placing';
import { remedy } from './place/remedies';
import { followLens } from './lesson/followLens';
import { followCues } from './plan/followCues';
import { Checking } from './privacy/checking';
import { PromptingStart } from './prompting/startPrompting';
import { ReflectionPanels } from './reflection/panels';
import type * as tryout from './reflection/tryout';
import { showBadge } from './sidebar/badge';
import { Growth } from './sidebar/growth';
import { ARRANGEMENTS, arrange } from './sidebar/arrangement';
import { HistoryTree, type HistoryNode } from './sidebar/historyTree';
import { watchJournal } from './watching';

/** What is registered with the editor once, whatever the place of the journal. */
export interface Registered {
  readonly context: vscode.ExtensionContext;
  readonly tree: vscode.TreeView<HistoryNode>;
  /** The history is another one. */
  readonly onHistory: () => void;
}

/**
 * The whole extension behind what is registered with the editor. Builds and connects everything for the place where the journal is,
 * and goes with it to another. Without a journal there are no panels and no history.
 */
export class Debrief implements vscode.Disposable {
  readonly growth: Growth;
  readonly #placing: Placing;
  readonly checking: Checking;
  readonly #own: vscode.Disposable;
  #place: Place;
  #panels: ReflectionPanels | undefined;
  #history: HistoryTree | undefined;
  /** Those of the place, made with the first that is run. */
  #commands: Readonly<Record<string, Command>> | undefined;
  #connected: vscode.Disposable | undefined;
  #prompting: PromptingStart | undefined;
  #found: FoundIncidents | undefined;
  #tryout: tryout.Tryout | undefined;
  #looking: NodeJS.Timeout | undefined;

  /** Reads nothing of the journal: that is opened when it is first shown. */
  constructor(private readonly registered: Registered) {
    const { context, tree } = registered;
    this.#placing = new Placing(context, { follow: () => this.follow(), place: () => this.#place, flush: async () => this.#panels?.flush() });
    this.checking = new Checking(context, () => this.#place);
    const found = this.#placing.find();
    this.#place = this.#placing.open(found);
    this.growth = new Growth(this.#place, context.extensionUri, () => this.#seen());
    this.#connect(found);
    if (areContentsHidden()) void part('hideContents').closeOldTitles();
    if (existsSync(scratchIn(context.globalStorageUri))) void this.#scratch().sweep();
    this.#own = vscode.Disposable.from(
      onTold(context.globalStorageUri, () => void part('hideContents').followOthers(this.#titles(), this.#told)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.follow()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('leadDebrief') && this.#settingChanged(event)),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.follow()),
      tree.onDidChangeVisibility(({ visible }) => visible && this.#seen()),
      { dispose: () => clearTimeout(this.#looking) },
    );
  }

  get journal(): PlacedJournal | undefined {
    return this.#place.journal;
  }

  /** While there is a journal. */
  get panels(): ReflectionPanels | undefined {
    return this.#place.journal && this.#panels;
  }

  get history(): HistoryTree | undefined {
    return this.#history;
  }

  /** Runs a command of the manifest. @param all where several nodes of the history are chosen, each of them */
  async run(command: string, given: Given, all: readonly Given[] = []): Promise<unknown> {
    if (command in TURNS) return part('hideContents').turnContents(TURNS[command] === true, this.#titles(), this.#told);
    if (SHOWING.has(command) && areContentsHidden()) return part('hideContents').offerToShow(() => this.run(command, given, all), this.#told);
    if (command === 'leadDebrief.whyAsk' && this.#prompting) return this.#prompting.explain();
    const key = PAGE_KEYS.find((each) => command === `leadDebrief.${each}`);
    if (key) return this.#reflections().forEach((each) => each.press(key));
    if (command === 'leadDebrief.tryIt') return this.#scratch().open();
    if (command === 'leadDebrief.throwAway') return this.#tryout?.throwAway();
    if (command === 'leadDebrief.openDocumentation') return part('documentation').openDocumentation(this.registered.context.extensionUri, given);
    if (command === 'leadDebrief.copyLink') return part('copyingLink').copyLink(this.journal, this.registered.context.extension.id, idOf(given));
    if (command === 'leadDebrief.openGrowth') return this.growth.openTab();
    if (command === 'leadDebrief.checkPrivacy') return this.checking.open();
    if (command === 'leadDebrief.choosePlace') return given === 'setting' ? remedy('openSetting') : this.#placing.choose();
    if (command in ARRANGEMENTS) return arrange(this.registered.context.workspaceState, command).then(() => this.#history?.show());
    if (command === 'leadDebrief.showGrowth') return vscode.commands.executeCommand('leadDebrief.growth.focus');
    if (this.#place.journal) return this.#commandsHere()?.[command]?.(given, all);
    return this.#withJournal(() => this.run(command, given, all));
  }

  /** The editor was asked to open a link to an incident. */
  meetLink(uri: vscode.Uri): unknown {
    const follow = (link: IncidentLink): Promise<unknown> => this.#withJournal((journal) => part('linking').followLink(journal, link));
    return part('linking').meetLink(uri, (link) => (areContentsHidden() ? part('hideContents').offerToShow(() => follow(link), this.#told) : follow(link)));
  }

  /** Goes to where the journal is by now; where nothing changed, does nothing. */
  follow(): void {
    const found = this.#placing.find();
    const place = this.#placing.open(found, this.#place);
    if (place !== this.#place) {
      void this.journal?.flush();
      this.#place = place;
      this.#connect(found);
      this.growth.follow(place);
      this.checking.follow();
      void place.journal?.load();
    }
    void this.#placing.settle();
  }

  /** Writes what was typed, then what is still to be backed up. */
  async flush(): Promise<void> {
    await this.panels?.flush();
    await this.journal?.flush();
  }

  dispose(): void {
    this.#connected?.dispose();
    this.#prompting?.dispose();
    this.#found?.dispose();
    this.#panels?.dispose();
    this.#tryout?.dispose();
    this.#own.dispose();
  }

  /** Says why there is no journal, or asks which; where there is one then, goes on with it. */
  async #withJournal(work: (journal: PlacedJournal) => unknown): Promise<unknown> {
    const place = this.#place;
    if (place.journal) return work(place.journal);
    const { reason, remedies } = place;
    if (!remedies.includes('chooseJournal')) return this.#placing.explain(reason, remedies);
    return (await this.#placing.choose()) && this.journal && work(this.journal);
  }

  #settingChanged(event: vscode.ConfigurationChangeEvent): void {
    if (event.affectsConfiguration('leadDebrief.journal')) return this.follow();
    for (const view of [this.growth, this.#history, ...this.#reflections()]) view?.show();
  }

  /** The history or the dashboard is looked at, mostly both at once. What would take a core from their painting waits: "ended 5 h ago" has aged, and the disk may have changed. */
  #seen(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      this.growth.show();
      void this.journal?.refresh();
    }, PAINTED);
  }

  /** Those of the journal, and the one on a made-up incident. */
  #reflections(): readonly (ReflectionPanels | tryout.Tryout)[] {
    return [this.#panels, this.#tryout].flatMap((each) => each ?? []);
  }

  #titles(): readonly string[] {
    return this.#reflections().flatMap((each) => each.titles());
  }

  /** Where the windows of this machine tell each other that contents were hidden or shown: those of a served editor do not hear of a changed setting. */
  get #told(): vscode.Uri {
    return toldIn(this.registered.context.globalStorageUri);
  }

  /** Scratch journals, in the editor's own storage. */
  #scratch(): tryout.Tryout {
    const { extensionUri: extension, globalStorageUri } = this.registered.context;
    const journalIn = (folder: string): Journal => new Journal({ folder, now: Date.now, newId });
    return (this.#tryout ??= new (part('tryout').Tryout)({ extension, root: scratchIn(globalStorageUri), journalIn, onInput: () => this.#panels?.noteInput() }));
  }

  #commandsHere(): Readonly<Record<string, Command>> | undefined {
    const place = this.#place;
    if (place.journal && this.#panels && this.#found) this.#commands ??= part('commands').journalCommands(place.journal, place.folder, this.#panels, this.#found);
    return this.#commands;
  }

  /** Connects everything to the place. */
  #connect({ kind }: Whereabouts): void {
    const { tree, onHistory, context } = this.registered;
    const place = this.#place;
    const { journal } = place;
    this.#commands = undefined;
    this.#connected?.dispose();
    tree.badge = undefined;
    tree.message = '';
    void vscode.commands.executeCommand('setContext', 'leadDebrief.place', kind);
    void this.#panels?.follow(journal);
    if (journal) this.#panels ??= new ReflectionPanels(journal, context.extensionUri);
    this.#prompting?.dispose();
    this.#found?.dispose();
    const found = (this.#found = journal && new FoundIncidents({ journal, folder: place.folder.fsPath, storage: context.globalStorageUri }));
    this.#prompting = journal && found && this.#panels && new PromptingStart({ journal, found, folder: place.folder.fsPath, storage: context.globalStorageUri, inPages: this.#panels.onInput });
    const history = journal && found && new HistoryTree(journal, found, context.workspaceState);
    this.#history = history;
    this.#connected = journal && history && vscode.Disposable.from(
      showBadge(tree, journal),
      showClock(journal),
      followCues(journal, context.globalStorageUri),
      followLens(journal),
      watchJournal(journal, place.folder),
      mergeConflicts(journal, place.folder),
      startKeeping(journal, place.folder.fsPath),
      history.onDidChangeTreeData(onHistory),
    );
    if (journal) void journal.whenLoaded.then(() => this.#whenLoaded(journal, place.folder.fsPath));
    onHistory();
  }

  /** A journal that can only be read says so once, before anything is typed. */
  async #whenLoaded(journal: Journal, folder: string): Promise<void> {
    const reason = await whyReadOnly(folder);
    if (journal !== this.journal) return;
    if (reason !== undefined) {
      const words = vscode.l10n.t('This journal can be read, and nothing can be saved in it. {0}', reason);
      this.registered.tree.message = words;
      this.growth.caution(words);
    }
    await this.#placing.settle();
  }
}

/** By when a page that comes into view is painted, in milliseconds. */
const PAINTED = 400;

const TURNS: Readonly<Record<string, boolean>> = { 'leadDebrief.hideContents': true, 'leadDebrief.showContents': false };

/** What shows contents outside of our pages, as a list or a question: while they are hidden, it asks first. */
const SHOWING: ReadonlySet<string> = new Set(
  ['reflect', 'reflectOnFound', 'openFile', 'reopen', 'search', 'tags', 'rename', 'notePlan', 'rehearsePlan', 'changePlan', 'closePlan', 'checkPromise', 'makePromise', 'showPromises', 'recallLesson', 'setGoal', 'settleGoal', 'setLoadLimit', 'practise', 'practiseThis', 'recentlyDeleted', 'restoreBackup', 'restoreMissing', 'whyAsk', 'copyLink', 'share', 'insertLessons', 'lookBack', 'import', 'replaceName', 'notAnIncident', 'neverForThis', 'openIncidentDocument', 'whyHere', 'partIncident', 'joinIncident'].map((name) => `leadDebrief.${name}`),
);

const scratchIn = (storage: vscode.Uri): string => vscode.Uri.joinPath(storage, 'scratch').fsPath;

/** Builds the extension, with the texts in the editor's language. */
export function openDebrief(registered: Registered): Debrief {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  return new Debrief(registered);
}
