// *Open Documentation*. A bundle of its own: most windows never ask for it.
import * as vscode from 'vscode';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What somebody reads first. A page that is not named here comes after these. */
const FIRST = ['idea', 'behaviours', 'deep-path', 'plans', 'lessons', 'drills', 'dashboard', 'commands', 'links', 'settings', 'file-format', 'privacy', 'nothing-is-lost'];

type PageItem = vscode.QuickPickItem & { readonly file: string };

/**
 * Asks which of the pages that come with the extension, and shows it as the editor shows Markdown. Needs no network.
 * @param page one of them, by its name without `.md`: then nothing is asked. Anything else is not looked at
 */
export async function openDocumentation({ fsPath }: vscode.Uri, page?: unknown): Promise<void> {
  const folder = join(fsPath, 'docs');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort((a, b) => rank(a) - rank(b));
  const items = await Promise.all(files.map((name) => pageItem(join(folder, name))));
  const named = items.find(({ file }) => basename(file, '.md') === page);
  const chosen = named ?? (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Documentation'), placeHolder: vscode.l10n.t('What do you want to read?'), matchOnDetail: true }));
  if (!chosen) return;
  const uri = vscode.Uri.file(chosen.file);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri); // without the editor's own Markdown extension it is still a text
  }
}

function rank(name: string): number {
  const at = FIRST.indexOf(name.replace(/\.md$/, ''));
  return at < 0 ? FIRST.length : at;
}

/** A page by its heading, and what it begins with. */
async function pageItem(file: string): Promise<PageItem> {
  const [heading = '', first = ''] = (await readFile(file, 'utf8')).split(/\n\n+/);
  return { label: heading.replace(/^# /, ''), detail: first.replaceAll('\n', ' ').replaceAll(/[*`]/g, ''), file };
}
