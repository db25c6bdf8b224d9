import * as vscode from 'vscode';
import { limitFrom, setLoadLimit } from '../../core/growth/loadLimit';
import type { JournalFacts } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { saveOrSay } from '../saving';

/** Asks how many real incidents a month are enough. Nothing typed takes it back, with an undo. */
export async function askLoadLimit(journal: Journal): Promise<void> {
  if (!(await isBegun(journal))) return;
  const before = journal.facts()?.loadLimit;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Load Limit'),
    prompt: vscode.l10n.t('How many real incidents a month are enough for you? Leave it empty to take it back.'),
    value: before === undefined ? '' : String(before),
    ignoreFocusOut: true,
    validateInput: (typed) => (limitFrom(typed) === 'invalid' ? vscode.l10n.t('A whole number from 1 to 999, or nothing.') : undefined),
  });
  const limit = text === undefined ? 'invalid' : limitFrom(text);
  if (limit === 'invalid') return;
  const set = await saveFacts(journal, (facts) => setLoadLimit(facts, limit, before));
  if (!set || limit !== undefined || before === undefined) return;
  await offerUndo(vscode.l10n.t('The load limit was taken back.'), () => saveFacts(journal, (facts) => setLoadLimit(facts, before, undefined)));
}

/** Whether there is a journal. It begins with an incident, which may ask where to keep it. */
export async function isBegun(journal: Journal): Promise<boolean> {
  await journal.load();
  await journal.whenLoaded;
  const begun = journal.facts() !== undefined || journal.entries().length > 0;
  if (!begun) void vscode.window.showInformationMessage(vscode.l10n.t('There is no journal yet. It begins with the first incident.'));
  return begun;
}

/** Saves a change of the facts, or says why not. */
export function saveFacts(journal: Journal, change: (facts: JournalFacts) => JournalFacts, typed?: string): Promise<JournalFacts | undefined> {
  return saveOrSay(() => journal.updateFacts(change), typed);
}

/** Says what was done, and takes it back where that is asked for. */
export async function offerUndo(words: string, undo: () => Promise<unknown>): Promise<void> {
  const answer = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(words, answer)) === answer) await undo();
}
