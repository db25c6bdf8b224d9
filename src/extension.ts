import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { registerCommands } from './vscode/commands';
import { findPlace } from './vscode/place';
import { EvidenceReader } from './vscode/reflection/evidenceReader';
import { PANEL_TYPE } from './vscode/reflection/panel';
import { ReflectionPanels } from './vscode/reflection/panels';
import { showBadge } from './vscode/sidebar/badge';
import { GROWTH_VIEW, GrowthView } from './vscode/sidebar/growthView';
import { HistoryTree } from './vscode/sidebar/historyTree';
import { watchJournal } from './vscode/watching';
import type { Journal } from './store/journal';

let panels: ReflectionPanels | undefined;

/** Builds, connects, registers. Reads nothing: the journal is opened when it is first shown, or once the editor is idle. */
export function activate(context: vscode.ExtensionContext): { readonly journal: Journal | undefined } {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const place = findPlace(vscode.workspace.workspaceFolders);
  const growth = new GrowthView(place, context.extensionUri);
  context.subscriptions.push(vscode.window.registerWebviewViewProvider(GROWTH_VIEW, growth));
  if (place.journal) {
    const evidence = new EvidenceReader(place.root.uri);
    panels = new ReflectionPanels(place.journal, evidence, context.extensionUri);
    const history = new HistoryTree(place.journal);
    const tree = vscode.window.createTreeView('leadDebrief.history', { treeDataProvider: history, showCollapseAll: true });
    context.subscriptions.push(
      evidence,
      tree,
      showBadge(tree, place.journal),
      watchJournal(place.journal, place.root),
      vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, panels),
    );
    context.subscriptions.push(onSetting(() => [growth, history, panels].forEach((view) => view?.show())));
    readWhenIdle(place.journal, context);
  }
  context.subscriptions.push(registerCommands(place, panels));
  return { journal: place.journal };
}

/** What was typed is on disk before the window closes. */
export function deactivate(): Promise<void> | undefined {
  return panels?.flush();
}

/** Calls when one of our settings changed. */
function onSetting(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leadDebrief')) changed();
  });
}

/** The first read comes after the editor's own start. */
function readWhenIdle(journal: Journal, context: vscode.ExtensionContext): void {
  const timer = setTimeout(() => void journal.load(), 1_000);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
}
