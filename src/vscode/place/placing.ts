import * as vscode from 'vscode';
import { homedir } from 'node:os';
import type { Remedy } from '../../core/growth/remedies';
import type { Journal } from '../../store/journal';
import { findJournal, hasJournal, type Whereabouts } from '../../store/whereabouts';
import { part } from '../parts';
import { foldersOnDisk, newId, type Place } from '../place';
import type * as asking from './asking';
import { PlacedJournal } from './placedJournal';
import { PlaceMemory } from './placeMemory';
import { LOCATION } from './remedies';

/** What follows when the journal's place changes. */
export interface Follower {
  /** Goes to where the journal is by now. */
  readonly follow: () => void;
  /** What is in use at the moment. */
  readonly place: () => Place;
  /** Writes what was typed and is not saved yet. */
  readonly flush: () => Promise<void>;
}

/** Finds where the journal is, and asks the person where the answer is theirs. */
export class Placing {
  readonly #memory: PlaceMemory;
  #isSettling = false;
  /** What the person did not want to decide now: not asked again until it is another question. */
  #putOff = '';

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly follower: Follower,
  ) {
    this.#memory = new PlaceMemory(context);
  }

  find(): Whereabouts {
    const { last, chosen } = this.#memory;
    return findJournal({ folders: foldersOnDisk(), location: setLocation(), home: homedir(), last, chosen });
  }

  /** The place that was found; `now`, where that is it. Remembers it, unless the person has still to say something. */
  open(found: Whereabouts, now?: Place): Place {
    if (found.kind !== 'here') return unlessSame(nowhere(found.kind), now);
    if (!found.moveTo && !found.choices) this.#remember(found.folder);
    const { folder } = found;
    if (now?.journal && now.folder.fsPath === folder) return now;
    const whereTo = (journal: Journal): Promise<Journal | undefined> => this.#whereTo(journal, folder);
    const backups = vscode.Uri.joinPath(this.context.globalStorageUri, 'backups').fsPath;
    const journal = new PlacedJournal({ folder, backups, now: Date.now, newId, whereTo, wrote: (...written) => this.#memory.wrote(...written) });
    return { journal, folder: vscode.Uri.file(folder) };
  }

  /** Asks for another place: one of several open journals, else any folder, which becomes the setting. Whether there was an answer. */
  async choose(): Promise<boolean> {
    const found = this.find();
    if (found.kind === 'several') return this.#go(await part('asking').askWhich(found.choices));
    const location = await part('asking').pickLocation();
    return this.#go(location === undefined ? undefined : { location });
  }

  explain(reason: string, remedies: readonly Remedy[]): Promise<void> {
    return part('asking').explain(reason, remedies);
  }

  /** Asks what becomes of the journal in use where the setting says another place, in the window that is in front. */
  async settle(): Promise<void> {
    const found = this.find();
    const question = JSON.stringify(found);
    if (this.#isSettling || found.kind !== 'here' || !found.moveTo || !vscode.window.state.focused || this.#putOff === question) return;
    [this.#isSettling, this.#putOff] = [true, question];
    const { folder: from, moveTo: to } = found;
    try {
      const answer = await part('asking').askToMove(from, to);
      const isOld = !hasJournal(from) || JSON.stringify(this.find()) !== question;
      if (answer && !isOld) await this.#settleBy(answer, from, to);
    } finally {
      this.#isSettling = false;
    }
    this.follower.follow();
  }

  async #settleBy(answer: 'move' | 'use' | 'keep', from: string, to: string): Promise<void> {
    if (answer === 'keep') return this.#remember(from, true);
    await this.follower.flush();
    if (answer === 'use') return this.#remember(to);
    const moved = await part('asking').move(from, to);
    if (!moved) return;
    this.#remember(to);
    part('asking').sayMoved(moved, from, to);
  }

  /** Asked before each new record; only the first in a workspace without a journal is a question. */
  async #whereTo(journal: Journal, folder: string): Promise<Journal | undefined> {
    const found = this.find();
    const isKnown = journal.facts() !== undefined || journal.entries().length > 0; // it was here: where it went is another matter
    if (found.kind !== 'here' || isKnown || hasJournal(folder) || found.folder !== folder) return journal;
    const known = setLocation() !== '' || this.#memory.asked ? [] : this.#memory.knownBeside(folder);
    if (!found.choices && known.length === 0) return journal;
    if (!(await this.#go(await part('asking').askWhere(found.choices ?? [folder], known)))) return undefined;
    this.#memory.asked = true;
    return this.follower.place().journal;
  }

  async #go(where: asking.Where | undefined): Promise<boolean> {
    if (!where) return false;
    if ('folder' in where) this.#memory.chosen = where.folder;
    else if (!(await part('asking').setLocation(where.location))) return false;
    this.follower.follow();
    return true;
  }

  #remember(folder: string, kept = false): void {
    const { last } = this.#memory;
    const location = setLocation();
    if (last?.folder === folder && last.location === location && !kept) return;
    this.#memory.last = { folder, location, ...(kept && { kept }) };
  }
}

const setLocation = (): string => vscode.workspace.getConfiguration('leadDebrief').get<string>(LOCATION, '').trim();

function unlessSame(place: Exclude<Place, { journal: Journal }>, now: Place | undefined): Place {
  return now && !now.journal && now.reason === place.reason ? now : place;
}

function nowhere(kind: Exclude<Whereabouts['kind'], 'here'>): Exclude<Place, { journal: Journal }> {
  if (kind === 'badLocation') {
    return { reason: vscode.l10n.t('The setting for the journal’s place must be a whole path, or begin with ~.'), remedies: ['openSetting'] };
  }
  if (kind === 'several') {
    return { reason: vscode.l10n.t('Several of the open folders have a journal. Choose the one to use.'), remedies: ['chooseJournal'] };
  }
  const virtual = vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
  if (virtual !== undefined) return { reason: vscode.l10n.t('Lead Debrief needs a folder on disk. This one is not: {0}.', virtual), remedies: ['choosePlace'] };
  return { reason: vscode.l10n.t('Open a folder to keep a journal in it.'), remedies: ['openFolder', 'choosePlace'] };
}
