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

/** A list of 300 rows under one heading, that has what each row of the history has, and no commands. */
export const rows: vscode.TreeDataProvider<number> = {
  getChildren: (row) => (row === undefined ? [0] : row === 0 ? Array.from({ length: 300 }, (_, at) => at + 1) : []),
  getTreeItem(row) {
    if (row === 0) return new vscode.TreeItem('2016', vscode.TreeItemCollapsibleState.Expanded);
    const words = `Incident number ${row} of the list`;
    return Object.assign(new vscode.TreeItem(words), { description: '14 May, real, led, rough', tooltip: words, iconPath: new vscode.ThemeIcon('circle-filled'), accessibilityInformation: { label: words } });
  },
};

function pageWith(body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Empty</title></head>
<body>${body}</body>
</html>`;
}
