// *Recently Deleted…* A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { dayWords, momentWords } from '../../core/incident/times';
import type { Journal } from '../../store/journal';
import type { DeletedIncident } from '../../store/recentlyDeleted';
import { locale } from '../place';
import { plain } from '../plain';
import { untilDone } from '../saving';

type What = 'bringBack' | 'deleteForEver';
type DeletedItem = vscode.QuickPickItem & { readonly deleted: DeletedIncident };
interface Chosen {
  readonly deleted: DeletedIncident;
  /** Undefined where only the incident was chosen. */
  readonly what: What | undefined;
}

/** Lists what was deleted, the last first, for as long as something is deleted for ever from the list. */
export async function recentlyDeleted(journal: Journal, bringBack: (id: string) => Promise<boolean>): Promise<void> {
  await journal.load();
  await journal.whenLoaded;
  for (;;) {
    const all = journal.recentlyDeleted.list();
    if (all.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is deleted. What you delete is listed here for 30 days.'));
    const chosen = await choose(all);
    if (!chosen) return;
    const what = chosen.what ?? (await askWhat(chosen.deleted));
    if (what === 'bringBack') return await back(chosen.deleted, bringBack);
    if (what === 'deleteForEver') await deleteForEver(journal, chosen.deleted);
    if (journal.recentlyDeleted.list().length === 0) return;
  }
}

async function back({ id, title }: DeletedIncident, bringBack: (id: string) => Promise<boolean>): Promise<void> {
  if (!(await bringBack(id))) return;
  const show = vscode.l10n.t('Show');
  if ((await vscode.window.showInformationMessage(plain(vscode.l10n.t('{0} is back.', title)), show)) === show) await vscode.commands.executeCommand('leadDebrief.openReflection', id);
}

function choose(all: readonly DeletedIncident[]): Promise<Chosen | undefined> {
  const pick = vscode.window.createQuickPick<DeletedItem>();
  const [bring, erase] = [
    { iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Bring Back') },
    { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete for Ever…') },
  ];
  pick.title = vscode.l10n.t('Recently Deleted');
  pick.placeholder = vscode.l10n.t('Choose an incident to bring back or to delete for ever.');
  pick.matchOnDescription = true;
  pick.items = all.map((deleted) => ({ ...itemOf(deleted), buttons: [bring, erase], deleted }));
  return new Promise((resolve) => {
    const done = (chosen: Chosen | undefined): void => {
      resolve(chosen);
      pick.dispose();
    };
    pick.onDidTriggerItemButton(({ item, button }) => done({ deleted: item.deleted, what: button === bring ? 'bringBack' : 'deleteForEver' }));
    pick.onDidAccept(() => done(pick.selectedItems[0] && { deleted: pick.selectedItems[0].deleted, what: undefined }));
    pick.onDidHide(() => done(undefined));
    pick.show();
  });
}

function itemOf({ title, deletedAt, keptUntil }: DeletedIncident): vscode.QuickPickItem {
  const now = Date.now();
  return {
    label: plain(title),
    description: vscode.l10n.t('deleted {0}', momentWords(deletedAt, locale(), now)),
    detail: vscode.l10n.t('Goes for good on {0}.', dayWords(keptUntil, locale(), now)),
  };
}

async function askWhat({ title }: DeletedIncident): Promise<What | undefined> {
  const items = [
    { label: vscode.l10n.t('Bring Back'), what: 'bringBack' as const },
    { label: vscode.l10n.t('Delete for Ever…'), what: 'deleteForEver' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title: plain(title), placeHolder: vscode.l10n.t('What do you want to do with it?') }))?.what;
}

async function deleteForEver(journal: Journal, { id, title }: DeletedIncident): Promise<void> {
  const yes = vscode.l10n.t('Delete for Ever');
  const detail = journal.facts()?.shared
    ? vscode.l10n.t('What it says goes from its file, which keeps only that it was deleted, and from the backups on this machine. Git and other clones of this journal keep it in their history.')
    : vscode.l10n.t('Its file goes, and its copies in the backups. This cannot be undone.');
  const words = vscode.l10n.t('Delete “{0}” for ever?', title);
  if ((await vscode.window.showWarningMessage(words, { modal: true, detail }, yes)) !== yes) return;
  const done = await untilDone(() => journal.recentlyDeleted.deleteForEver(id));
  if (done?.copiesLeft !== undefined) void vscode.window.showWarningMessage(plain(done.copiesLeft));
  else if (done) void vscode.window.showInformationMessage(plain(vscode.l10n.t('{0} is deleted for ever.', title)));
}
