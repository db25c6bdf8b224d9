import * as vscode from 'vscode';
import type { Journal } from './store/journal';
import type * as rest from './vscode/debrief';
import type { Given } from './vscode/given';
import { DASHBOARD_TYPE, GROWTH_VIEW, HISTORY_VIEW, PANEL_TYPE, PRIVACY_TYPE } from './vscode/ids';
import { part } from './vscode/parts';
import type { HistoryNode } from './vscode/sidebar/historyTree';

/** How long after the editor's own start the rest is loaded and the journal read, in milliseconds. */
const IDLE = 1_000;

let opened: rest.Debrief | undefined;

/**
 * Registers what the editor must know, and nothing else: each window pays for this at its start. All the rest is another bundle, which is
 * loaded when the first of it is asked for, or once the editor is idle.
 */
export function activate(context: vscode.ExtensionContext): { readonly journal: Journal | undefined } {
  const changed = new vscode.EventEmitter<void>();
  const tree = vscode.window.createTreeView<HistoryNode>(HISTORY_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => debrief().history?.getChildren(node) ?? [],
      getTreeItem: (node) => debrief().history?.getTreeItem(node) ?? {},
    },
    showCollapseAll: true,
    canSelectMany: true,
  });
  const debrief = (): rest.Debrief => (opened ??= open());
  const open = (): rest.Debrief => {
    const whole = part('debrief').openDebrief({ context, tree, onHistory: () => changed.fire() });
    context.subscriptions.push(whole);
    return whole;
  };
  const timer = setTimeout(() => void debrief().journal?.load(), IDLE);
  context.subscriptions.push(
    changed,
    tree,
    vscode.window.registerWebviewViewProvider(GROWTH_VIEW, { resolveWebviewView: (view) => debrief().growth.resolveWebviewView(view) }),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
      deserializeWebviewPanel: async (panel, state) => (debrief().panels ? debrief().panels?.deserializeWebviewPanel(panel, state) : panel.dispose()),
    }),
    vscode.window.registerWebviewPanelSerializer(DASHBOARD_TYPE, { deserializeWebviewPanel: (panel) => debrief().growth.deserializeWebviewPanel(panel) }),
    vscode.window.registerWebviewPanelSerializer(PRIVACY_TYPE, { deserializeWebviewPanel: async (panel) => debrief().checking.open(panel) }),
    vscode.window.registerUriHandler({ handleUri: (uri) => void debrief().meetLink(uri) }),
    ...commandsOf(context).map((id) => vscode.commands.registerCommand(id, (given: Given, all: unknown) => debrief().run(id, given, Array.isArray(all) ? (all as Given[]) : []))),
    { dispose: () => clearTimeout(timer) },
  );
  return {
    get journal() {
      return debrief().journal;
    },
  };
}

/** What was typed is on disk before the window closes. */
export function deactivate(): Promise<void> | undefined {
  return opened?.flush();
}

/** Every command of the manifest. */
function commandsOf({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
  return contributes.commands.map(({ command }) => command);
}
