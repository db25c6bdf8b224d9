import * as vscode from 'vscode';
import { shellWord } from '../core/privacy/shell';
import type { Journal } from '../store/journal';
import { setShared } from '../store/sharing';
import { saveOrSay } from './saving';

/** Lets git see the journal, or hides it again, after saying on one page what that means. Never stages, commits or pushes. */
export async function shareThroughGit(journal: Journal, { fsPath: folder }: vscode.Uri): Promise<void> {
  await journal.load();
  await (journal.facts()?.shared === true ? stop(journal, folder) : share(journal, folder));
}

async function share(journal: Journal, folder: string): Promise<void> {
  const shareIt = vscode.l10n.t('Share It');
  const elsewhere = vscode.l10n.t('Choose Another Place…');
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder)) !== undefined;
  const paragraphs = [
    vscode.l10n.t('Everybody who can read the repository can then read all of it: every answer and rating, the names in debrief-people.json, and your foresight notes. What was pushed stays in its history for ever, also when you delete it later or stop sharing.'),
    vscode.l10n.t('A repository of its own is better: in a repository of code, switching the branch switches the journal, and each worktree has another one.'),
    vscode.l10n.t('This changes .gitignore and .gitattributes in {0}, so that git sees the journal. Nothing is staged, committed or pushed for you.', folder),
  ];
  const buttons = [shareIt, ...(isInWorkspace ? [elsewhere] : [])];
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Share this journal through git?'), { modal: true, detail: paragraphs.join('\n\n') }, ...buttons);
  if (answer === elsewhere) await vscode.commands.executeCommand('leadDebrief.choosePlace');
  if (answer !== shareIt || (await saveOrSay(() => setShared(journal, folder, true))) === undefined) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('Git sees the journal now. Commit and push it when you want to.'));
}

async function stop(journal: Journal, folder: string): Promise<void> {
  const stopSharing = vscode.l10n.t('Stop Sharing');
  const command = `git -C ${shellWord(folder, process.platform)} rm -r --cached --quiet .`;
  const paragraphs = [
    vscode.l10n.t('Git will not see new files of it any more. What was pushed stays pushed, in the history and on other machines.'),
    vscode.l10n.t('Files that git tracks already stay tracked until you take them out of its index and commit that. It is not done for you:'),
    command,
    vscode.l10n.t('On another machine, pulling that commit takes the files away there.'),
  ];
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Stop sharing this journal?'), { modal: true, detail: paragraphs.join('\n\n') }, stopSharing);
  if (answer !== stopSharing || (await saveOrSay(() => setShared(journal, folder, false))) === undefined) return;
  const copy = vscode.l10n.t('Copy the Command');
  const said = vscode.l10n.t('Git does not see new files of the journal any more. Those that it tracks stay tracked until you take them out.');
  if ((await vscode.window.showInformationMessage(said, copy)) === copy) await vscode.env.clipboard.writeText(command);
}
