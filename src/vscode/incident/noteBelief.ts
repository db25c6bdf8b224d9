import * as vscode from 'vscode';
import { noteBelief, type Belief } from '../../core/incident/life';
import type { Journal } from '../../store/journal';
import { readHead } from '../../sources/head';
import { gitPath } from '../git';
import { foldersOnDisk, newId } from '../place';
import { saveOrSay } from '../saving';
import { chooseOpen } from './chooseOpen';

const TENS = Array.from({ length: 11 }, (_, index) => index * 10);

/** Three steps, of which only the first is needed: leaving a later one keeps what was typed before. */
export async function askBelief(journal: Journal, given?: string): Promise<void> {
  const incident = await chooseOpen(journal, vscode.l10n.t('Note What I Believe'), given);
  if (!incident) return;
  const belief = (await askText(1, vscode.l10n.t('What do you believe is going on?'), sealed()))?.trim();
  if (belief === undefined || belief === '') return;
  const now = new Date().toISOString();
  const head = currentHead();
  const sure = await askSure();
  const next = sure === undefined ? '' : ((await askText(3, vscode.l10n.t('What do you expect to happen next?')))?.trim() ?? '');
  const note = { belief, ...(typeof sure === 'number' && { sure }), ...(next !== '' && { next }), ...withHead(await head) };
  const moment = { now, newId };
  const id = newId();
  const typed = [belief, next].filter(Boolean).join('\n');
  const saved = await saveOrSay(() => journal.update(incident.id, (record) => noteBelief(record, note, { ...moment, newId: () => id })), typed);
  if (saved) vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Noted. It stays sealed until your reflection.'), 5_000);
}

/** Nobody is to think that a text file hides anything. */
function sealed(): string {
  return vscode.l10n.t('No view shows it before your reflection. The journal’s file itself can be read by whoever opens it.');
}

function askText(step: number, question: string, more = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Note What I Believe ({0} of 3)', step),
    placeHolder: question,
    prompt: more === '' ? question : more,
    ignoreFocusOut: true,
  });
}

/** In tens; 'open' where the lead goes on without saying, undefined where they leave. */
async function askSure(): Promise<number | 'open' | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly sure: number | 'open' })[] = [
    { label: vscode.l10n.t('Leave it open'), sure: 'open' },
    ...TENS.map((sure) => ({ label: vscode.l10n.t('{0} %', sure), sure })),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Note What I Believe ({0} of 3)', 2), placeHolder: vscode.l10n.t('How sure are you?'), ignoreFocusOut: true });
  return chosen?.sure;
}

async function currentHead(): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const git = await gitPath();
  return git === undefined ? undefined : readHead({ folders: foldersOnDisk(), git });
}

const withHead = (head: string | undefined): Pick<Belief, 'head'> => (head === undefined ? {} : { head });
