import { join } from 'node:path';
import * as vscode from 'vscode';
import { mayTell } from '../../core/documents/mayTell';
import { readIncidentDocument } from '../../core/documents/read';
import { pathInFolder } from '../../core/found/documentPath';
import { DOCUMENT } from '../../core/found/listing';
import { claimKey } from '../../core/identity/claimFacts';
import type { Claim } from '../../core/journal/schema';
import { isListOnly, withPast } from '../../core/signals/repositoryMemory';
import { GIT, onlyListedClaim } from '../../core/signals/signalClaim';
import { DocumentSource } from '../../sources/documentSource';
import { GitSource, type GitCursor } from '../../sources/gitSource';
import { gitPath } from '../git';
import { foldersOnDisk, locale, newId } from '../place';
import { Looking } from './looking';
import { watchDocuments, watchHistories } from './sourceWatches';

/** The settings that turn sources on, by the sources' ids. */
export const SETTINGS = { [DOCUMENT]: 'documents', [GIT]: 'git' } as const;
export type SourceId = keyof typeof SETTINGS;

export const isOn = (id: SourceId): boolean => vscode.workspace.isTrusted && vscode.workspace.getConfiguration('leadDebrief.sources').get(SETTINGS[id], true);

/** This window, among all of this machine. */
const WINDOW = newId();

/**
 * The editor is asked something, so that a window that is closed, and whose extensions go on for hours where they run on another machine, says
 * nothing any more.
 */
async function inFront(): Promise<boolean> {
  await vscode.commands.executeCommand('setContext', 'leadDebrief.looks', true);
  return vscode.window.state.focused;
}

/** All sources of a window, and when they look: at first, when something changed, and now and then while the window is in front. */
export class Sources implements vscode.Disposable {
  #lookings: readonly Looking[] = [];
  #watches: readonly vscode.Disposable[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #followed: vscode.Disposable;

  /** @param memories where looks remember, absolute @param changed called when there may be other claims */
  constructor(
    private readonly memories: string,
    private readonly changed: () => void,
  ) {
    const begin = (): void => this.#begin();
    this.#followed = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(begin),
      vscode.workspace.onDidGrantWorkspaceTrust(begin),
      vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('leadDebrief.sources') || event.affectsConfiguration('leadDebrief.timeZone')) && begin()),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#comeToFront()),
    );
    begin();
  }

  get lookings(): readonly Looking[] {
    return this.#lookings;
  }

  /** What all of them have said. A commit that brought a document says no more than the document. */
  get claims(): readonly Claim[] {
    const documents = this.of(DOCUMENT).flatMap(({ claims }) => claims);
    const told = new Set(this.of(DOCUMENT).flatMap(({ claims, options: { about } }) => claims.map(({ ref = '' }) => join(about, pathInFolder(ref)))));
    const histories = this.of(GIT).flatMap(({ claims, memory }) => {
      const repositories = Object.entries((memory?.cursor ?? {}) as GitCursor);
      const isSaidBetter = ([root, { said }]: (typeof repositories)[number]) => said.filter(({ triggers, document = '' }) => told.has(join(root, document)) || triggers.every((each) => each === 'docAdded'));
      const better = new Set(repositories.flatMap(isSaidBetter).map(({ ref }) => ref));
      const kept = claims.filter(({ ref = '' }) => !(isOn(DOCUMENT) && better.has(ref)));
      return kept.map((claim) => (repositories.some(([, each]) => isListOnly(each, claim.ref ?? '')) ? onlyListedClaim(claim) : claim));
    });
    return [...documents, ...histories];
  }

  of(id: SourceId): readonly Looking[] {
    return this.#lookings.filter(({ options: { source } }) => source.id === id);
  }

  /** Looks at everything. @param always also where another window looks */
  async look(always = false): Promise<void> {
    for (const { options: { lookAnew } } of this.#lookings) lookAnew();
    await Promise.all(this.#lookings.map((each) => each.look(always)));
  }

  /**
   * Looks back a year in every repository, and lists what is found there for as long as git is a source.
   * @returns how many were found, and sentences about what could not be read; undefined where it was given up
   */
  async lookBack(signal: AbortSignal): Promise<{ readonly count: number; readonly problems: readonly string[] } | undefined> {
    const known = new Set(this.of(GIT).flatMap(({ claims }) => claims.map(claimKey)));
    const looks: { readonly looking: Looking; readonly claims: readonly Claim[]; readonly next: GitCursor }[] = [];
    const problems = new Set<string>();
    for (const looking of this.of(GIT)) {
      const pulled = await this.#gitSource(looking.options.about, true).pull(looking.memory?.cursor as GitCursor | undefined, signal);
      if (signal.aborted) return undefined;
      for (const each of pulled.ok ? pulled.problems : [pulled.detail ?? '']) problems.add(each);
      if (pulled.ok) looks.push({ looking, next: pulled.next, claims: pulled.claims.filter((claim) => !known.has(claimKey(claim))) });
    }
    await Promise.all(looks.map(({ looking, claims, next }) => looking.change((memory) => ({ ...memory, cursor: afterPast(memory.cursor as GitCursor | undefined, next), claims: [...claims, ...memory.claims] }))));
    const fresh = new Set(this.claims.filter(({ source }) => source === GIT).map(claimKey).filter((key) => !known.has(key)));
    return { count: fresh.size, problems: [...problems] };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#followed.dispose();
    this.#end();
  }

  #end(): void {
    for (const each of [...this.#watches, ...this.#lookings]) each.dispose();
  }

  /** Starts anew with the sources that are there and on. */
  #begin(): void {
    this.#end();
    const folders = foldersOnDisk();
    const common = { storage: this.memories, changed: this.changed, window: WINDOW, inFront };
    const documents = (isOn(DOCUMENT) ? folders : []).map((folder) => {
      const source = new DocumentSource({ folder, label: vscode.l10n.t('Documents'), locale });
      return { source, looking: new Looking({ ...common, source, about: folder, saysAll: true, lookAnew: () => source.note() }) };
    });
    const histories = (isOn(GIT) ? folders : []).map((folder) => new Looking({ ...common, source: this.#gitSource(folder), about: folder, saysAll: false, lookAnew: () => undefined }));
    this.#lookings = [...documents.map(({ looking }) => looking), ...histories];
    this.#watches = [...documents.map(({ source, looking }) => watchDocuments(source, () => void looking.look())), watchHistories(folders, () => void this.look())];
    this.changed();
    void this.look(true).then(() => this.#lookWhereDue());
  }

  #gitSource(folder: string, past = false): GitSource {
    const isIncidentDocument = (path: string, text: string): boolean => mayTell(path, text) && readIncidentDocument(path, text).accepted;
    return new GitSource({ label: vscode.l10n.t('Git'), folders: () => [folder], git: gitPath, locale, now: Date.now, newId, isIncidentDocument, past });
  }

  #comeToFront(): void {
    for (const each of this.#lookings) void each.takeLease();
    this.#lookWhereDue();
  }

  /** Looks where it is time, while the window is in front, and waits for the next time. */
  #lookWhereDue(): void {
    clearTimeout(this.#timer);
    if (!vscode.window.state.focused || this.#lookings.length === 0) return;
    const now = Date.now();
    for (const each of this.#lookings) {
      if (each.due > now) continue;
      each.options.lookAnew();
      void each.look();
    }
    const next = Math.min(...this.#lookings.map(({ due }) => due).filter((due) => due > now), now + 15 * 60_000);
    this.#timer = setTimeout(() => this.#lookWhereDue(), next - now + 1_000);
  }
}

/** What is remembered after a look back, beside what was seen meanwhile. */
function afterPast(cursor: GitCursor | undefined, past: GitCursor): GitCursor {
  return Object.fromEntries(Object.entries(cursor ?? {}).map(([root, memory]) => [root, withPast(memory, past[root]?.said ?? [])]));
}
