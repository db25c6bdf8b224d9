import * as vscode from 'vscode';
import { problemSentence } from '../../core/evidence/problems';
import { keepPromise } from '../../core/growth/thanks';
import { plainDayWords } from '../../core/incident/times';
import type { GivenPromise, Incident, Person } from '../../core/journal/schema';
import { duePromises, openPromises, promisedAt, settlePromise, type OpenPromise } from '../../core/plan/promise';
import { isAskable, promiseKindWords, signStateWords, signWords } from '../../core/plan/sign';
import { promisedWords } from '../../core/reflection/promises';
import { askSigns, type SignAnswer } from '../../sources/promiseSigns';
import type { Journal } from '../../store/journal';
import { gitPath } from '../git';
import { openCommit } from '../openCommit';
import { foldersOnDisk, locale } from '../place';
import { plain } from '../plain';
import { saveOrSay } from '../saving';

/* A bundle of its own: making promises, and what became of them. */

export { makePromise } from './making';

const KEEP: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('check'), tooltip: vscode.l10n.t('It was kept') };
const DROP: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('close'), tooltip: vscode.l10n.t('It is dropped') };

interface PromiseItem extends vscode.QuickPickItem {
  readonly open?: OpenPromise;
}

/** Lists every open promise with what git says about its sign; each can be ticked or dropped there, or looked at. */
export async function showPromises(journal: Journal): Promise<void> {
  await whole(journal);
  const pick = vscode.window.createQuickPick<PromiseItem>();
  const stop = new AbortController();
  Object.assign(pick, { title: vscode.l10n.t('Open Promises'), placeholder: vscode.l10n.t('Enter says what became of one'), matchOnDetail: true, busy: true });
  const git: { answer?: SignAnswer | undefined } = {};
  const show = (): void => {
    const items = openPromises(journal.records()).map((open) => itemOf(open, journal.people().people, git.answer));
    pick.items = items.length > 0 ? items : [{ label: vscode.l10n.t('No promise is open.') }];
  };
  pick.onDidTriggerItemButton(({ item, button }) => item.open && void settle(journal, item.open, button === KEEP ? 'kept' : 'dropped').then(show));
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen?.open) void askWhatBecame(journal, chosen.open, git.answer);
  });
  pick.onDidHide(() => {
    stop.abort();
    pick.dispose();
  });
  show();
  pick.show();
  git.answer = await askGit(openPromises(journal.records()), stop.signal);
  if (stop.signal.aborted) return;
  pick.busy = false;
  show();
}

/** Says what became of a promise: the given one, else the first of those that can be checked. */
export async function checkPromise(journal: Journal, given: string | undefined): Promise<void> {
  await whole(journal);
  const open = given === undefined ? duePromises(journal.records(), locale().zone, Date.now())[0] : openPromises(journal.records()).find(({ promise }) => promise.id === given);
  if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no promise to check.'));
  const asking = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Git is being asked…') };
  await askWhatBecame(journal, open, await vscode.window.withProgress(asking, () => askGit([open], new AbortController().signal)));
}

async function whole(journal: Journal): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
}

/** Undefined in Restricted Mode, where git is not asked, and where there is none. */
async function askGit(promises: readonly OpenPromise[], signal: AbortSignal): Promise<SignAnswer | undefined> {
  const signs = promises.flatMap((open) => (open.promise.sign && isAskable(open.promise.sign) ? [{ id: open.promise.id, sign: open.promise.sign, since: promisedAt(open) }] : []));
  const git = vscode.workspace.isTrusted && signs.length > 0 ? await gitPath() : undefined;
  return git === undefined ? undefined : askSigns({ signs, folders: foldersOnDisk(), git, signal });
}

function itemOf(open: OpenPromise, people: readonly Person[], answer: SignAnswer | undefined): PromiseItem {
  const { incident, promise } = open;
  const detail = [signLine(promise, answer), dueWords(promise), vscode.l10n.t('Promised after {0}', incident.title)].filter((words) => words !== '').join(' · ');
  return { label: plain(promisedWords(promise, people)), description: kindOf(promise), detail: plain(detail), buttons: [KEEP, DROP], open };
}

function kindOf({ kind }: GivenPromise): string {
  const words: Readonly<Record<string, string>> = promiseKindWords();
  return kind === undefined ? '' : (words[kind] ?? '');
}

function dueWords({ due }: GivenPromise): string {
  return due === undefined ? '' : vscode.l10n.t('Due on {0}', plainDayWords(due, locale(), Date.now()));
}

/** "docs/pool.md exists: Landed on 14 May by 3f9q2m7x Add the page". */
function signLine({ id, sign, check = '' }: GivenPromise, answer: SignAnswer | undefined): string {
  if (!sign || !isAskable(sign)) return check;
  const state = answer?.states.get(id);
  const said = state ? signStateWords(state, locale(), Date.now()) : unknownWords(answer);
  return vscode.l10n.t('{0}: {1}', signWords(sign), said);
}

/** Why nothing is known of a sign. */
function unknownWords(answer: SignAnswer | undefined): string {
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('In Restricted Mode git is not asked.');
  const [problem] = answer?.problems ?? [];
  if (problem && problem.code !== 'noRepository') return problemSentence(problem, locale(), Date.now());
  return answer ? vscode.l10n.t('Its repository is not open here.') : vscode.l10n.t('Git is being asked…');
}

async function askWhatBecame(journal: Journal, open: OpenPromise, answer: SignAnswer | undefined): Promise<void> {
  const { incident, promise } = open;
  const state = answer?.states.get(promise.id);
  const commit = state && 'commit' in state ? state.commit : undefined;
  const items = [
    { label: vscode.l10n.t('It was kept'), act: () => settle(journal, open, 'kept') },
    { label: vscode.l10n.t('It is dropped'), detail: vscode.l10n.t('It stays in the journal, and is not asked about again.'), act: () => settle(journal, open, 'dropped') },
    ...(commit === undefined ? [] : [{ label: vscode.l10n.t('Open the commit'), act: () => showCommit(commit, state) }]),
    { label: vscode.l10n.t('Open the reflection'), act: () => vscode.commands.executeCommand('leadDebrief.openReflection', incident.id) },
  ];
  const sign = promise.sign ? signLine(promise, answer) : promise.check === undefined ? '' : vscode.l10n.t('The sign to look for: {0}', promise.check);
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Promised after {0}', incident.title), placeHolder: [promisedWords(promise, journal.people().people), sign].filter(Boolean).join('. ') });
  await chosen?.act();
}

function showCommit(commit: string, state: { readonly root: string; readonly subject?: string } | undefined): Promise<void> {
  return openCommit({ commit, title: state?.subject ?? '' }, state?.root);
}

async function settle(journal: Journal, { incident, promise }: OpenPromise, state: 'kept' | 'dropped'): Promise<void> {
  const change = (record: Incident): Incident => (state === 'kept' ? keepPromise(record, promise.id, new Date().toISOString()) : settlePromise(record, promise.id, state));
  await saveOrSay(() => journal.update(incident.id, change));
}
