// *Replace a Name by an Alias…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { namedTexts, nameFinder, namedIncidents, type NameFinder, type Replacing } from '../../core/privacy/replaceName';
import { reachWords, type OutOfReach } from '../../core/privacy/reach';
import type { Journal } from '../../store/journal';
import { inIncident, inOthers, NameReplacement, type NamePlan, type NameProgress } from '../../store/nameReplacement';
import { plain } from '../plain';
import { askWhom } from './askWhom';
import { tickPlaces, type Ticked } from './tickPlaces';

/** What was replaced last in this window. It holds the name, so it is nowhere else, and gone with the window. */
let last: NameReplacement | undefined;

/** Replaces a name everywhere in the journal, after showing each place. @param flush saves what is being typed, so that it is seen as well */
export async function replaceName(journal: Journal, flush: () => Promise<unknown>): Promise<void> {
  await flush();
  await journal.load();
  await journal.whenLoaded;
  const replacing = await askWhom(journal);
  if (replacing) await lookAndReplace(journal, replacing);
}

async function lookAndReplace(journal: Journal, replacing: Replacing): Promise<void> {
  const finder = nameFinder(replacing);
  const incidents = namedIncidents([...journal.records(), ...journal.absorbed()], finder);
  const others = inOthers(journal.facts(), journal.people(), finder, { facts: vscode.l10n.t('Your goal'), people: vscode.l10n.t('The list of people') });
  const isListed = journal.people().people.some(({ id, name }) => id === replacing.person.id && name !== replacing.alias);
  if (incidents.length === 0 && !isListed && others.every(({ seen }) => seen.length === 0)) {
    return void vscode.window.showInformationMessage(vscode.l10n.t('{0} is named nowhere in what can be changed.', plain(replacing.person.name ?? '')));
  }
  const ticked = await tickPlaces(replacing, incidents, others, isListed);
  if (!ticked) return;
  const chosen = (texts: Ticked['texts']) => texts.filter((text) => ticked.texts.includes(text));
  const files = [...incidents.map((each) => inIncident(each, chosen(each.texts))), ...others.map((each) => ({ ...each, chosen: chosen(each.seen) }))];
  const plan: NamePlan = { finder, alias: replacing.alias, files, ...(ticked.person && { person: replacing.person.id }) };
  if (!(await confirm(replacing, ticked, outOfReach(journal, finder, ticked.unticked)))) return;
  await finish(new NameReplacement(journal, plan), () => lookAndReplace(journal, replacing));
}

function outOfReach(journal: Journal, finder: NameFinder, unticked: number): OutOfReach {
  const all = [...journal.entries(), ...journal.deletedEntries()];
  const named = (record: unknown): boolean => namedTexts(record, finder).length > 0;
  const inWords = (file: string): string => (file.split('/').at(-1) ?? '').replaceAll('-', ' ');
  return {
    deleted: journal.deletedEntries().filter((entry) => 'record' in entry && named(entry.record)).length,
    untouchable: journal.entries().filter(({ state }) => state !== 'ok').length,
    fileNames: all.filter(({ file }) => finder.replace(inWords(file)) !== inWords(file)).length,
    unticked,
  };
}

async function confirm({ person, alias }: Replacing, { texts, person: inList }: Ticked, left: OutOfReach): Promise<boolean> {
  const places = texts.reduce((sum, { count }) => sum + count, 0);
  const question = vscode.l10n.t('Replace {0} by {1}? Places: {2}', person.name ?? '', alias, places + (inList ? 1 : 0));
  const detail = [
    ...(inList ? [vscode.l10n.t('The list of people keeps the alias only; addresses in it go as well, so a later incident does not know who it is.')] : []),
    vscode.l10n.t('Undo brings all of it back as long as this window is open.'),
    [vscode.l10n.t('It does not reach:'), ...reachWords(left).map((line) => `• ${line}`)].join('\n'),
  ].join('\n\n');
  const replace = vscode.l10n.t('Replace');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, replace)) === replace;
}

/** Goes on until all is written, or the person leaves it or takes it back. */
async function finish(replacement: NameReplacement, lookAgain: () => Promise<void>): Promise<void> {
  const [undo, goOn, again] = [vscode.l10n.t('Undo'), vscode.l10n.t('Continue'), vscode.l10n.t('Look Again')];
  for (;;) {
    const progress = await replacement.run();
    last = replacement.canUndo ? replacement : undefined;
    await enableUndo();
    const answer = progress.stopped
      ? await vscode.window.showErrorMessage(plain(stoppedWords(progress)), goOn, ...(replacement.canUndo ? [undo] : []))
      : await vscode.window.showInformationMessage(plain(doneWords(progress)), ...(progress.changed.length > 0 ? [again] : []), ...(replacement.canUndo ? [undo] : []));
    if (answer === undo) return undoReplacing();
    if (answer === again) return lookAgain();
    if (answer !== goOn) return;
  }
}

const stoppedWords = ({ done, all, stopped }: NameProgress): string =>
  vscode.l10n.t('The name is replaced in {0} of {1} files, and not in {2}: {3}', done, all, stopped?.title ?? '', stopped?.reason ?? '');

function doneWords({ done, changed }: NameProgress): string {
  const words = done === 1 ? vscode.l10n.t('The name is replaced in one file.') : vscode.l10n.t('The name is replaced in {0} files.', done);
  return changed.length === 0 ? words : `${words} ${vscode.l10n.t('Changed meanwhile, and left as it is: {0}.', changed.join(', '))}`;
}

/** Brings back what was replaced last in this window. */
export async function undoReplacing(): Promise<void> {
  const [replacement, again] = [last, vscode.l10n.t('Try Again')];
  if (!replacement) return;
  for (;;) {
    const { stopped, changed } = await replacement.undo();
    if (!replacement.canUndo) last = undefined;
    await enableUndo();
    if (!stopped) return void vscode.window.showInformationMessage(plain(changed.length === 0 ? vscode.l10n.t('The name is back.') : vscode.l10n.t('The name is back, except where something else was written since: {0}.', changed.join(', '))));
    if ((await vscode.window.showErrorMessage(plain(vscode.l10n.t('Not everything could be brought back. {0}: {1}', stopped.title, stopped.reason)), again)) !== again) return;
  }
}

async function enableUndo(): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'leadDebrief.canUndoReplaceName', last !== undefined);
}
