// What people are asked about backups. A bundle of its own, loaded with the first question: most windows never ask.
import * as vscode from 'vscode';
import { join } from 'node:path';
import { momentWords, plainDayWords, whenWords } from '../../core/incident/times';
import type { Backup } from '../../store/backups/restore';
import type { Gone } from '../../store/backups/gone';
import type { RestoredMany } from '../../store/backups/journalBackups';
import type { Journal } from '../../store/journal';
import { locale } from '../place';
import { plain } from '../plain';
import { untilDone } from '../saving';
import { Comparison } from './comparison';
import { canRestore } from './missing';

type BackupItem = vscode.QuickPickItem & { readonly backup: Backup };

/** *Restore from Backup…* of one file of the journal, relative to its folder: which backup, what it would change, and then whether. */
export async function restoreBackup(journal: Journal, folder: string, file: string): Promise<void> {
  const name = nameOf(journal, file);
  const backups = await journal.backups.list(file);
  if (backups.length === 0) return void vscode.window.showInformationMessage(plain(vscode.l10n.t('There is no backup of {0}.', name)));
  for (;;) {
    const backup = await chooseBackup(backups, name);
    if (!backup) return;
    const title = vscode.l10n.t('{0}: now ↔ {1}', name, moment(backup.at));
    const comparison = await Comparison.show({ title, file: join(folder, file), backup: backup.path });
    const answer = await askWhether(backup, name);
    await comparison.close();
    if (answer === 'another') continue;
    if (answer === 'restore') await restore(journal, file, backup);
    return;
  }
}

async function restore(journal: Journal, file: string, { set, at }: Backup): Promise<void> {
  if (!(await untilDone(() => journal.backups.restore(file, set)))) return;
  void vscode.window.showInformationMessage(plain(vscode.l10n.t('{0} is restored, as of {1}.', nameOf(journal, file), moment(at))));
}

/** What is at hand is said first, and what of it can come back. */
async function chooseBackup(backups: readonly Backup[], name: string): Promise<Backup | undefined> {
  const items = backups.map((backup): BackupItem => ({ label: moment(backup.at), description: setWords(backup.set), detail: goodWords(backup), backup }));
  const placeHolder = vscode.l10n.t('Choose a backup to compare with what is there now. Nothing is changed before you say so.');
  const chosen = await vscode.window.showQuickPick(items, { title: plain(vscode.l10n.t('Restore {0} from Backup', name)), placeHolder, matchOnDescription: true });
  return chosen?.backup;
}

function goodWords({ fault, same }: Backup): string {
  if (fault !== undefined) return `$(warning) ${plain(vscode.l10n.t('Cannot be restored. {0}', fault))}`;
  return same ? `$(check) ${vscode.l10n.t('Can be read. The file holds the same now.')}` : `$(check) ${vscode.l10n.t('Can be read.')}`;
}

function setWords(set: string): string {
  const [kind = '', day = ''] = set.split('/');
  if (kind === 'latest') return vscode.l10n.t('latest copy');
  if (kind === 'replaced') return vscode.l10n.t('what was restored over');
  if (kind === 'days') return vscode.l10n.t('before the first change on {0}', plainDayWords(day, locale(), Date.now()));
  return vscode.l10n.t('before it was written in a newer format');
}

/** A quick pick, not a dialog: the comparison must be read and scrolled meanwhile. */
async function askWhether({ fault, at }: Backup, name: string): Promise<'restore' | 'another' | undefined> {
  const kept = vscode.l10n.t('What the file holds now is kept among its backups first.');
  const restoring = { label: vscode.l10n.t('Restore This Backup'), detail: kept, answer: 'restore' as const };
  const others = [
    { label: vscode.l10n.t('Choose Another Backup'), answer: 'another' as const },
    { label: vscode.l10n.t('Leave It as It Is'), answer: undefined },
  ];
  const placeHolder = fault ?? vscode.l10n.t('Below: the file as it is now, compared with the backup of {0}.', moment(at));
  const title = plain(vscode.l10n.t('Restore {0} from Backup', name));
  const chosen = await vscode.window.showQuickPick(fault === undefined ? [restoring, ...others] : others, { title, placeHolder, ignoreFocusOut: true });
  return chosen?.answer;
}

/** *Restore from Backup…* from the palette: of what is gone or cannot be used, which. */
export async function chooseAndRestore(journal: Journal, folder: string): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  const gone = await journal.backups.gone();
  if (gone) return await offerGone(journal, gone);
  const missing = journal.backups.missing().length;
  const all = missing > 1 ? [{ label: vscode.l10n.t('All {0} incidents that are not in the folder now', missing), file: undefined }] : [];
  const entries = journal.entries().filter(canRestore).map(({ file }) => ({ label: plain(nameOf(journal, file)), description: file, file }));
  const singles = journal.problems().flatMap(({ file }) => (file === '' ? [] : [{ label: file, description: '', file }]));
  if (entries.length + singles.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('Every file of the journal is there and can be read.'));
  const chosen = await vscode.window.showQuickPick([...all, ...entries, ...singles], { title: vscode.l10n.t('Restore from Backup') });
  if (chosen) await (chosen.file === undefined ? restoreMissing(journal) : restoreBackup(journal, folder, chosen.file));
}

/** Brings back all that is not in the folder now, after a question. */
export async function restoreMissing(journal: Journal): Promise<void> {
  const gone = await journal.backups.gone();
  if (gone) return await offerGone(journal, gone);
  const count = journal.backups.missing().length;
  if (count === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('Every incident is in the folder now.'));
  const yes = vscode.l10n.t('Restore');
  const detail = vscode.l10n.t('Where another branch is checked out, or they are in a stash, they come back with it by themselves. What is in the folder by now is left as it is.');
  const words = count === 1 ? vscode.l10n.t('Restore 1 incident from the backups?') : vscode.l10n.t('Restore {0} incidents from the backups?', count);
  if ((await vscode.window.showInformationMessage(words, { modal: true, detail }, yes)) === yes) sayRestored(await journal.backups.restoreMissing());
}

/** "The journal folder is gone. Restore 42 incidents as of 12:04?" Nothing comes back unless the person says so. */
export async function offerGone(journal: Journal, gone: Gone): Promise<void> {
  const [restoreAll, notNow, never] = [vscode.l10n.t('Restore'), vscode.l10n.t('Not Now'), vscode.l10n.t('Don’t Ask Again')];
  const answer = await vscode.window.showWarningMessage(goneWords(gone), restoreAll, notNow, never);
  if (answer === restoreAll) sayRestored(await journal.backups.restoreGone());
  if (answer === never) await journal.backups.leaveGone();
}

function goneWords({ incidents, left, at }: Gone): string {
  const when = whenWords(at, locale(), Date.now());
  if (left > 0) {
    return incidents === 1
      ? vscode.l10n.t('1 incident of this journal is not in its folder. Restore it as of {0}?', when)
      : vscode.l10n.t('{0} incidents of this journal are not in its folder. Restore them as of {1}?', incidents, when);
  }
  return incidents === 1
    ? vscode.l10n.t('The journal folder is gone. Restore 1 incident as of {0}?', when)
    : vscode.l10n.t('The journal folder is gone. Restore {0} incidents as of {1}?', incidents, when);
}

function sayRestored({ restored, refusals }: RestoredMany): void {
  const words = restored === 1 ? vscode.l10n.t('1 incident is back.') : vscode.l10n.t('{0} incidents are back.', restored);
  const [first] = refusals;
  if (!first) return void vscode.window.showInformationMessage(words);
  const others = refusals.length > 1 ? vscode.l10n.t('The same is so of {0} more.', refusals.length - 1) : '';
  void vscode.window.showErrorMessage(plain([words, first.reason, others].filter(Boolean).join(' ')));
}

function nameOf(journal: Journal, file: string): string {
  const entry = journal.entries().find((each) => each.file === file);
  if (!entry) return file;
  return entry.state === 'ok' ? entry.record.title : entry.name;
}

const moment = (at: string): string => momentWords(at, locale(), Date.now());
