import * as vscode from 'vscode';
import { newestFirst } from '../../core/incident/state';
import type { Sign } from '../../core/journal/schema';
import { PROMISE_KINDS, SIGNS, type PromiseKind, type SignKind } from '../../core/journal/values';
import { makePromise as makePromiseIn, type Promised } from '../../core/plan/promise';
import { isAskable, promiseKindWords, proposedSigns, signKindWords, signWords } from '../../core/plan/sign';
import { askSigns } from '../../sources/promiseSigns';
import type { Journal } from '../../store/journal';
import { gitPath } from '../git';
import { foldersOnDisk, newId } from '../place';
import { plain } from '../plain';
import { saveOrSay } from '../saving';
import { askDay } from './askDay';
import { Dialogue } from '../dialogue';

/** As many of the newest as can be looked through. */
const LISTED = 50;
const STEPS = 4;

/** Makes a promise after an incident: what, of which kind, what git can see of it, by when. Leaving makes none. @param given the incident; asks which where absent */
export async function makePromise(journal: Journal, given: string | undefined): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  const id = given ?? (await chooseIncident(journal));
  if (id === undefined) return;
  const dialogue = new Dialogue();
  const promised = await askPromise(dialogue).finally(() => dialogue.dispose());
  if (promised) await saveOrSay(() => journal.update(id, (record) => makePromiseIn(record, promised, { now: new Date().toISOString(), newId })), promised.text);
}

async function chooseIncident(journal: Journal): Promise<string | undefined> {
  const newest = journal.records().filter(({ cancelled, reflection }) => cancelled === undefined && reflection !== undefined).sort(newestFirst).slice(0, LISTED);
  if (newest.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('A promise belongs to an incident that was looked back at. There is none yet.'));
  const items = newest.map(({ id, title }) => ({ label: plain(title), id }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Make a Promise'), placeHolder: vscode.l10n.t('After which incident?') }))?.id;
}

const titleOf = (step: number): string => vscode.l10n.t('Make a Promise ({0} of {1})', step, STEPS);

async function askPromise(dialogue: Dialogue): Promise<Promised | undefined> {
  const prompt = vscode.l10n.t('What do you promise? One thing that somebody could check.');
  const refuses = (text: string): string | undefined => (text.trim() === '' ? vscode.l10n.t('A promise needs words.') : undefined);
  const text = await dialogue.type({ title: titleOf(1), prompt, refuses });
  const kind = text === undefined ? undefined : await askKind(dialogue);
  if (text === undefined || kind === undefined) return undefined;
  const sign = kind === 'talk' ? null : await askNewSign(dialogue, kind, text);
  const due = sign === undefined ? undefined : await askDay(dialogue, titleOf(4));
  return due === undefined || sign === undefined ? undefined : { text, kind, ...(sign && { sign }), ...(due !== '' && { due }) };
}

async function askKind(dialogue: Dialogue): Promise<PromiseKind | undefined> {
  const words = promiseKindWords();
  const items = PROMISE_KINDS.map((promised) => ({ label: words[promised], promised }));
  return (await dialogue.pick(items, { title: titleOf(2), placeholder: vscode.l10n.t('What is it?') }))?.promised;
}

/** A sign that is there already shows nothing: it is said once, and the lead may choose another. Null: no sign, it is ticked by hand. */
async function askNewSign(dialogue: Dialogue, kind: PromiseKind, text: string): Promise<Sign | null | undefined> {
  const sign = await askSign(dialogue, kind, text);
  const git = sign && vscode.workspace.isTrusted ? await gitPath() : undefined;
  if (!sign || git === undefined || !isAskable(sign)) return sign;
  const { left } = dialogue;
  const where = { folders: foldersOnDisk(), git, signal: left };
  const { states, repositories } = await askSigns({ ...where, signs: [{ id: 'new', sign, since: new Date().toISOString() }] });
  if (left.aborted) return undefined;
  const [only, ...others] = repositories;
  const placed = only !== undefined && others.length === 0 ? { ...sign, repository: only } : sign;
  if (states.get('new')?.state !== 'landed') return placed;
  const [another, keep] = [vscode.l10n.t('Choose Another'), vscode.l10n.t('Keep It')];
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('It is so already: {0}.', plain(signWords(sign))), { modal: true }, another, keep);
  return answer === another ? askNewSign(dialogue, kind, text) : answer === keep ? placed : undefined;
}

async function askSign(dialogue: Dialogue, kind: PromiseKind, text: string): Promise<Sign | null | undefined> {
  const words = signKindWords();
  const proposed = proposedSigns(kind, text).map((sign) => ({ label: plain(signWords(sign)), sign, signKind: undefined }));
  const kinds = SIGNS.map((signKind) => ({ label: `${words[signKind]}…`, sign: undefined, signKind }));
  const none = { label: vscode.l10n.t('No sign: I tick it by hand'), sign: null, signKind: undefined };
  const chosen = await dialogue.pick([...proposed, ...kinds, none], { title: titleOf(3), placeholder: vscode.l10n.t('What will git show when it is kept?') });
  return chosen?.signKind === undefined ? chosen?.sign : askWhere(dialogue, chosen.signKind);
}

async function askWhere(dialogue: Dialogue, kind: SignKind): Promise<Sign | undefined> {
  const refuses = (text: string): string | undefined => (text.trim() === '' ? vscode.l10n.t('It cannot be empty.') : undefined);
  const ask = (prompt: string, value = ''): Promise<string | undefined> => dialogue.type({ title: titleOf(3), prompt, value, refuses });
  if (kind === 'commit') return withText(kind, await ask(vscode.l10n.t('Which text? For example #412 or the name of a test.')));
  if (kind === 'branch') {
    const branch = await ask(vscode.l10n.t('Which branch?'));
    return branch === undefined ? undefined : { kind, branch };
  }
  const path = await ask(vscode.l10n.t('Which path, from the root of the repository? A file or a folder.'), openPath());
  if (path === undefined || kind === 'path') return path === undefined ? undefined : { kind, path };
  return withText(kind, await ask(vscode.l10n.t('Which text?')), path);
}

function withText(kind: SignKind, text: string | undefined, path?: string): Sign | undefined {
  return text === undefined ? undefined : { kind, text, ...(path !== undefined && { path }) };
}

/** The file in front: often what the promise is about. */
function openPath(): string {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) ? vscode.workspace.asRelativePath(uri, false) : '';
}
