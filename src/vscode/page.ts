import * as vscode from 'vscode';
import { randomBytes } from 'node:crypto';
import { escapeHtml } from '../core/escapeHtml';
import { frameMessage, type FrameMessage, type ToFrame } from '../core/frame';
import { areContentsHidden, onContentsHidden } from './hiding';

/** One page: its script and its sheets in dist, and what stands on it before the first state arrives. */
export interface Page {
  readonly title: string;
  readonly script: string;
  readonly sheets: readonly string[];
  /** A static frame, so that the first paint is early. HTML of our own, never a person's text. */
  readonly frame: string;
  /** Where it stands, for its colours; in an editor where absent. */
  readonly where?: 'sidebar' | 'editor';
  /** One sentence above the page, whatever it shows, and a button. */
  readonly banner?: Banner;
}

export interface Banner {
  readonly words: string;
  readonly button: string;
  /** The command that the button stands for. */
  readonly press: Extract<FrameMessage, { type: 'press' }>['press'];
}

/** What a page may load: what was built for it, nothing else. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}

/** For the tab of a panel. */
export function panelIcon(extension: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const icon = (theme: 'light' | 'dark'): vscode.Uri => vscode.Uri.joinPath(extension, 'media', `debrief-${theme}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}

/** What a page stands in: a view of the sidebar, or a panel among the editors. */
export type Container = Pick<vscode.WebviewView | vscode.WebviewPanel, 'webview' | 'onDidDispose'>;

/** Those whose cover follows *Hide Contents*. */
const followed = new WeakSet<vscode.Webview>();

/** Puts a page in place. Every page comes through here: *Hide Contents* covers it, whatever it shows. */
export function showPage(container: Container, extension: vscode.Uri, page: Page): void {
  const { webview } = container;
  webview.html = pageHtml(webview, extension, page);
  if (followed.has(webview)) return;
  followed.add(webview);
  const cover = (): void => void webview.postMessage({ type: 'cover', hidden: areContentsHidden() } satisfies ToFrame);
  const listening = [
    onContentsHidden(cover),
    webview.onDidReceiveMessage((data: unknown) => {
      const message = frameMessage(data);
      if (message?.type === 'covered') cover(); // it may have been hidden since its HTML was written
      else if (message) void vscode.commands.executeCommand(`leadDebrief.${message.press}`);
    }),
  ];
  container.onDidDispose(() => {
    for (const each of listening) each.dispose();
  });
}

/** What stands in place of a page while contents are hidden. Nothing of the page is in it, not even how long it is. */
function coverHtml(): string {
  return `<main class="cover">
<h1 tabindex="-1">${escapeHtml(vscode.l10n.t('Contents are hidden'))}</h1>
<div class="bars" aria-hidden="true">${'<i></i>'.repeat(7)}</div>
<p><button type="button" class="button secondary" data-press="showContents">${escapeHtml(vscode.l10n.t('Show Contents'))}</button></p>
</main>`;
}

function bannerHtml({ words, button, press }: Banner): string {
  return `<aside class="made-up" aria-label="${escapeHtml(words)}"><p>${escapeHtml(words)}</p><button type="button" class="button secondary" data-press="${press}">${escapeHtml(button)}</button></aside>
`;
}

/** The HTML of a page, under a policy that allows our script by its nonce, our sheets, and nothing else. */
function pageHtml(webview: vscode.Webview, extension: vscode.Uri, page: Page): string {
  const hidden = areContentsHidden();
  const nonce = randomBytes(16).toString('base64');
  const file = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const sheets = page.sheets.map((sheet) => `<link rel="stylesheet" href="${file('dist', sheet)}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
${sheets}
</head>
<body data-where="${page.where ?? 'editor'}" data-l10n="${escapeHtml(JSON.stringify(vscode.l10n.bundle ?? {}))}">
${page.banner ? bannerHtml(page.banner) : ''}<div id="cover"${hidden ? '' : ' hidden'}>${coverHtml()}</div>
<div id="root"${hidden ? ' hidden' : ''}>${hidden ? '' : page.frame}</div>
<script nonce="${nonce}" src="${file('dist', page.script)}"></script>
</body>
</html>`;
}
