import * as vscode from 'vscode';

/** An empty webview: one word, or one bare text area with a text in it, and nothing else. Scripts are on as in ours, but it has none. */
export function openEmpty(text?: string): void {
  const panel = vscode.window.createWebviewPanel('bench.empty', 'Empty', text === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside, { enableScripts: true });
  const body = text === undefined ? '<p id="question">Empty</p>' : `<p id="question">Bare</p><textarea id="look" rows="20" cols="80">${text}</textarea>`;
  panel.webview.html = pageWith(body);
}

/** The same as a view of the side bar. */
export const emptyView: vscode.WebviewViewProvider = {
  resolveWebviewView({ webview }) {
    webview.options = { enableScripts: true };
    webview.html = pageWith('<p id="question">Empty</p>');
  },
};

function pageWith(body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Empty</title></head>
<body>${body}</body>
</html>`;
}
