// *Try It on a Made-up Incident*. A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { join } from 'node:path';
import type { EvidenceEntry } from '../../core/evidence/entry';
import { timeline } from '../../core/evidence/timeline';
import type { Incident } from '../../core/journal/schema';
import type { EvidenceReading } from '../../core/reflection/reflectionState';
import type { PageKey } from '../../core/pageKeys';
import { madeUpGit, madeUpStory } from '../../core/tryout/story';
import type { Journal } from '../../store/journal';
import { deleteScratch, makeScratch, sweepScratch } from '../../store/scratch';
import { PANEL_TYPE } from '../ids';
import { pageOptions } from '../page';
import { part } from '../parts';
import { newId } from '../place';
import { saveOrSay } from '../saving';
import type * as sitting from './sitting';

export interface TryoutOptions {
  readonly extension: vscode.Uri;
  /** Where scratch journals are, absolute: in the editor's own storage, outside of every workspace. */
  readonly root: string;
  /** Opens a journal that nothing else in the window knows. */
  readonly journalIn: (folder: string) => Journal;
  /** The lead is at work in its page. */
  readonly onInput: () => void;
}

interface Open {
  readonly folder: string;
  readonly panel: sitting.ReflectionPanel;
}

/**
 * A reflection on an incident that never was, in a journal of its own. Growth, search, prompts and the memory of places do not see it,
 * since they are of another journal. When its tab is closed, its files are deleted.
 */
export class Tryout implements vscode.Disposable {
  #open: Open | undefined;
  #folder: string | undefined;

  constructor(private readonly options: TryoutOptions) {}

  /** Opens it, or reveals it where it is open. Begins with a new one each time. */
  async open(): Promise<void> {
    if (this.#open) return this.#open.panel.reveal();
    if (this.#folder !== undefined) return; // on its way
    const folder = await makeScratch(this.options.root, newId());
    this.#folder = folder;
    const journal = this.options.journalIn(join(folder, '.lead-debrief'));
    const incident = await tell(journal);
    if (incident) this.#show(folder, journal, incident);
    else await this.#forget(folder);
  }

  /** Closes the tab, which throws everything away. */
  throwAway(): void {
    this.#open?.panel.panel.dispose();
  }

  press(key: PageKey): void {
    if (this.#open?.panel.panel.active) this.#open.panel.press(key);
  }

  show(): void {
    this.#open?.panel.session.show();
  }

  /** What its tab says, where it is open. */
  titles(): readonly string[] {
    return this.#open ? [this.#open.panel.panel.title] : [];
  }

  /** Deletes what windows left behind that ended before they could. */
  sweep(): Promise<void> {
    return sweepScratch(this.options.root, (folder) => folder === this.#folder, Date.now());
  }

  dispose(): void {
    this.throwAway();
  }

  /** The palette offers to throw away what is there. */
  #tell(isOpen: boolean): void {
    void vscode.commands.executeCommand('setContext', 'leadDebrief.tryingOut', isOpen);
  }

  #show(folder: string, journal: Journal, { id, title }: Incident): void {
    const { extension, onInput } = this.options;
    const panel = vscode.window.createWebviewPanel(PANEL_TYPE, title, vscode.ViewColumn.Active, pageOptions(extension));
    const banner = { words: vscode.l10n.t('This incident is made up. Nothing that you do here goes into your journal.'), press: 'throwAway', button: vscode.l10n.t('Throw Away') } as const;
    const over = (): void => void this.#end(folder);
    this.#open = { folder, panel: new (part('sitting').ReflectionPanel)(panel, { id, journal, evidence: madeUpEvidence(), extension, reading: false, banner, onDispose: over, onInput }) };
    this.#tell(true);
  }

  /** Once all is written that was still to be written, so that nothing is made anew. */
  async #end(folder: string): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    this.#tell(false);
    await open?.panel.session.unsaved.flush();
    const problem = await this.#forget(folder);
    if (problem !== undefined) return void vscode.window.showWarningMessage(vscode.l10n.t('The made-up incident could not be deleted. It is in {0}. {1}', folder, problem));
    const real = vscode.l10n.t('Look Back at a Real One');
    const answer = await vscode.window.showInformationMessage(vscode.l10n.t('The made-up incident is thrown away. Nothing of it was kept.'), real);
    if (answer === real) await vscode.commands.executeCommand('leadDebrief.reflect');
  }

  async #forget(folder: string): Promise<string | undefined> {
    const problem = await deleteScratch(folder);
    this.#folder = undefined;
    return problem;
  }
}

/** Writes the story into a new journal. Gives the incident to look back at; says why where that could not be written. */
async function tell(journal: Journal): Promise<Incident | undefined> {
  const { incident, before, people } = madeUpStory(Date.now(), newId);
  await journal.load();
  await journal.whenLoaded;
  if (!(await saveOrSay(() => journal.create(before)))) return undefined;
  if (!(await saveOrSay(() => journal.updatePeople((all) => ({ ...all, people: [...people] }))))) return undefined;
  return saveOrSay(() => journal.create(incident));
}

/** What git would have said. There is nothing to open: no such commit is anywhere. */
function madeUpEvidence(): Pick<sitting.EvidenceReader, 'reading' | 'rootOf' | 'onDidChange'> {
  const reading = (incident: Incident): EvidenceReading => {
    const { entries, prior, ...rest } = timeline(incident, madeUpGit(incident));
    return { status: 'ready', problems: [], ...rest, entries: entries.map(withoutCommit), ...(prior && { prior: { ...prior, entries: prior.entries.map(withoutCommit) } }) };
  };
  return { reading, rootOf: () => undefined, onDidChange: () => ({ dispose: () => undefined }) };
}

function withoutCommit(entry: EvidenceEntry): EvidenceEntry {
  const kept: { -readonly [Part in keyof EvidenceEntry]: EvidenceEntry[Part] } = { ...entry };
  delete kept.commit;
  return kept;
}
