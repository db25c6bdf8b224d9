import * as vscode from 'vscode';
import { randomBytes } from 'node:crypto';

/** One page: its script and its sheets in dist, and what stands on it before the first state arrives. */
export interface Page {
  readonly title: string;
  readonly script: string;
  readonly sheets: readonly string[];
  /** A static frame, so that the first paint is early. HTML of our own, never a person's text. */
  readonly frame: string;
  /** Where it stands, for its colours; in an editor where absent. */
  readonly where?: 'sidebar' | 'editor';
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

/** The HTML of a page, under a policy that allows our script by its nonce, our sheets, and nothing else. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, page: Page): string {
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
<div id="root">${page.frame}</div>
<script nonce="${nonce}" src="${file('dist', page.script)}"></script>
</body>
</html>`;
}

/** A text as HTML text or attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
