import * as vscode from 'vscode';
import { noteThanks, thankYouLine } from '../../core/growth/thanks';
import type { DashboardMessage } from '../../core/protocol';
import type { Journal } from '../../store/journal';
import { locale } from '../place';
import { saveOrSay } from '../saving';

/** Which handler a message has: one of an incident, and of somebody who is named in it. */
type Of<Type extends DashboardMessage['type']> = Extract<DashboardMessage, { type: Type }>;

/** Notes that somebody was thanked, or that they were not after all. */
export async function noteThanked(journal: Journal, { id, entry, on }: Of<'thanked'>): Promise<void> {
  await saveOrSay(() => journal.update(id, (record) => noteThanks(record, entry, on ? new Date().toISOString() : undefined)));
}

/** Puts a line to thank somebody with on the clipboard, and shows it. Ticking that they were thanked stays with the lead. */
export async function copyThanks(journal: Journal, { id, entry }: Of<'copyThanks'>): Promise<void> {
  const found = journal.get(id);
  const line = found?.state === 'ok' ? thankYouLine(found.record, entry, journal.people()?.people ?? [], locale(), Date.now()) : undefined;
  if (line === undefined) return;
  await vscode.env.clipboard.writeText(line);
  void vscode.window.showInformationMessage(vscode.l10n.t('Copied: {0}', line));
}
