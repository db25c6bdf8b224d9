import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Journal } from '../store/journal';
import { commandsFor, type Given } from './commands';
import { showClock } from './incident/statusClock';
import { findPlace } from './place';
import { EvidenceReader } from './reflection/evidenceReader';
import { ReflectionPanels } from './reflection/panels';
import { showBadge } from './sidebar/badge';
import { GrowthView } from './sidebar/growthView';
import { HistoryTree, type HistoryNode } from './sidebar/historyTree';
import { watchJournal } from './watching';

/** The whole extension behind what is registered with the editor. Without a journal there are no panels and no history. */
export interface Debrief {
  readonly journal: Journal | undefined;
  readonly growth: GrowthView;
  readonly panels: ReflectionPanels | undefined;
  readonly history: HistoryTree | undefined;
  /** Runs a command of the manifest. */
  readonly run: (command: string, given: Given) => unknown;
}

/** Builds and connects everything for the folder that is open. Reads nothing: the journal is opened when it is first shown. */
export function openDebrief(context: vscode.ExtensionContext, tree: vscode.TreeView<HistoryNode>): Debrief {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const place = findPlace(vscode.workspace.workspaceFolders);
  const growth = new GrowthView(place, context.extensionUri);
  if (!place.journal) return { journal: undefined, growth, panels: undefined, history: undefined, run: commandsFor(place, undefined) };
  const { journal, root } = place;
  const evidence = new EvidenceReader(root.uri);
  const panels = new ReflectionPanels(journal, evidence, context.extensionUri);
  const history = new HistoryTree(journal);
  context.subscriptions.push(
    evidence,
    showBadge(tree, journal),
    showClock(journal),
    watchJournal(journal, root),
    onSetting(() => [growth, history, panels].forEach((view) => view.show())),
  );
  return { journal, growth, panels, history, run: commandsFor(place, panels) };
}

/** Calls when one of our settings changed. */
function onSetting(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leadDebrief')) changed();
  });
}
