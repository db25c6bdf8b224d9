// What people are asked about the place of the journal. A bundle of its own, loaded with the first question: most windows never ask.
import * as vscode from 'vscode';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { remedyWords, type Remedy } from '../../core/growth/remedies';
import { isTaken, moveJournal, type Moved } from '../../store/moving';
import type { Refused } from '../../store/refusal';
import { journalAt, locationOf } from '../../store/whereabouts';
import { plain } from '../plain';
import { untilDone } from '../saving';
import type { KnownJournal } from './placeMemory';
import { LOCATION, remedy } from './remedies';

/** How long the editor may take to follow a setting that was just written, in milliseconds. */
const SOON = 3_000;

/** A journal's folder in this workspace, or a location for every workspace. */
export type Where = { readonly folder: string } | { readonly location: string };

type WhereItem = vscode.QuickPickItem & { readonly where: Where };

const short = (folder: string): string => locationOf(folder, homedir());

/** Says why there is no journal, with what can be done about it. */
export async function explain(reason: string, remedies: readonly Remedy[]): Promise<void> {
  const words = remedyWords();
  const answer = await vscode.window.showInformationMessage(plain(reason), ...remedies.map((each) => words[each]));
  const chosen = remedies.find((each) => words[each] === answer);
  if (chosen) await remedy(chosen);
}

/** Asked at the first save: one of the open folders, or a journal that is elsewhere on this machine. */
export async function askWhere(choices: readonly string[], known: readonly KnownJournal[]): Promise<Where | undefined> {
  const elsewhere = known.map(({ folder, used }): WhereItem => ({
    label: vscode.l10n.t('Use My Journal at {0}', plain(short(folder))),
    description: vscode.l10n.t('last used on {0}', new Date(used).toLocaleDateString(vscode.env.language)),
    detail: vscode.l10n.t('It becomes the place for every workspace on this machine.'),
    where: { location: short(folder) },
  }));
  const here = choices.length === 1 ? vscode.l10n.t('A Separate Journal Here') : undefined;
  return pickWhere([...elsewhere, ...inFolders(choices, here)], known.length > 0 ? vscode.l10n.t('Growth needs one history: a separate journal starts its own.') : '');
}

/** Asked where several of the open folders have a journal. */
export function askWhich(choices: readonly string[]): Promise<Where | undefined> {
  return pickWhere(inFolders(choices), vscode.l10n.t('Several of the open folders have a journal. Which one is yours?'));
}

function inFolders(choices: readonly string[], label?: string): WhereItem[] {
  return choices.map((folder) => ({ label: label ?? plain(basename(dirname(folder))), description: plain(short(folder)), where: { folder } }));
}

async function pickWhere(items: readonly WhereItem[], placeHolder: string): Promise<Where | undefined> {
  const fallback = vscode.l10n.t('Choose the folder that keeps the journal.');
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where Is the Journal Kept?'), placeHolder: placeHolder || fallback, ignoreFocusOut: true });
  return chosen?.where;
}

/** A folder on disk, from the editor's own dialog; undefined where the person leaves. */
export async function pickLocation(): Promise<string | undefined> {
  const openLabel = vscode.l10n.t('Keep the Journal Here');
  const [chosen] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Choose a Place for the Journal'), openLabel, canSelectFiles: false, canSelectFolders: true })) ?? [];
  if (chosen?.scheme !== 'file') return undefined;
  return short(journalAt(chosen.fsPath, homedir()) ?? chosen.fsPath);
}

/** Writes the setting, and waits until the editor goes by it. False where that did not work, which is said. */
export async function setLocation(location: string): Promise<boolean> {
  const isSet = (): boolean => vscode.workspace.getConfiguration('leadDebrief').get(LOCATION) === location;
  try {
    await vscode.workspace.getConfiguration('leadDebrief').update(LOCATION, location, vscode.ConfigurationTarget.Global);
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The setting could not be written: {0}', error instanceof Error ? error.message : String(error)));
    return false;
  }
  if (!isSet()) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SOON);
      const change = vscode.workspace.onDidChangeConfiguration(() => {
        if (!isSet()) return;
        clearTimeout(timer);
        change.dispose();
        resolve();
      });
    });
  }
  return isSet();
}

/** What becomes of a journal whose place is another one by the setting. Undefined: it is not said yet. */
export async function askToMove(from: string, to: string): Promise<'move' | 'use' | 'keep' | undefined> {
  const taken = await isTaken(to).catch(() => false);
  const move = vscode.l10n.t('Move the Journal');
  const use = taken ? vscode.l10n.t('Use the One There') : vscode.l10n.t('Start a New One There');
  const keep = vscode.l10n.t('Keep It Here');
  const place = short(to);
  const detail = [
    vscode.l10n.t('It is in {0}.', short(from)),
    taken
      ? vscode.l10n.t('A journal is in {0} already, so nothing is copied there.', place)
      : vscode.l10n.t('Moving copies every file to {0}, compares each byte, and only then leaves the old folder, under another name.', place),
    vscode.l10n.t('Kept here, it stays the journal of this workspace, whatever the setting says. Until you choose, it stays in use.'),
  ].join('\n\n');
  const words = vscode.l10n.t('The place of the journal was changed. Take this journal along?');
  const answer = await vscode.window.showInformationMessage(taken ? vscode.l10n.t('The place of the journal was changed. Which journal do you want to use?') : words, { modal: true, detail }, ...(taken ? [use, keep] : [move, use, keep]));
  return answer === move ? 'move' : answer === use ? 'use' : answer === keep ? 'keep' : undefined;
}

/** Moves, and says how that went; where it failed, again for as long as the person wants. Undefined: the old place stays in use. */
export async function move(from: string, to: string): Promise<Moved | undefined> {
  const day = new Date().toLocaleDateString('sv'); // 2026-11-24
  const title = vscode.l10n.t('Moving the journal to {0}', short(to));
  const moving = (): Thenable<Moved | Refused> => vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () => moveJournal({ from, to, day }));
  return untilDone(moving, { words: (reason) => vscode.l10n.t('The journal was not moved, and stays in use where it is. {0}', reason) });
}

/** Said once the new place is in use. */
export function sayMoved({ files, left }: Moved, from: string, to: string): void {
  const old = left === from ? vscode.l10n.t('The old folder could not be renamed: {0}. It is not used any more.', short(from)) : vscode.l10n.t('The old folder stays, as {0}.', basename(left));
  void vscode.window.showInformationMessage(plain(`${vscode.l10n.t('The journal is in {0} now: {1} files, each compared.', short(to), files)} ${old}`));
}
