// What brings a plan up at its cue. A bundle of its own: loaded where the open plan has cues that the editor can see, and when an incident is declared.
import type * as vscode from 'vscode';
import type { Incident } from '../../core/journal/schema';
import type { Journal } from '../../store/journal';
import { CueWatch } from './cueWatch';
import { showPreBrief } from './preBrief';

/** One for each journal that has a plan with cues in this window. */
const watches = new WeakMap<Journal, CueWatch>();

/** Watches for the cues of a journal's open plan. @param storage the editor's own folder for the extension */
export function watchCues(journal: Journal, storage: vscode.Uri): vscode.Disposable {
  const watch = new CueWatch(journal, storage.fsPath);
  watches.set(journal, watch);
  return watch;
}

/** An incident was declared in this window. */
export function noteDeclared(journal: Journal, incident: Incident): Promise<void> {
  return showPreBrief(journal, incident, () => watches.get(journal));
}

/** An incident was resolved in this window. */
export function noteResolved(journal: Journal, incident: string): void {
  void watches.get(journal)?.happened({ kind: 'resolved', incident, at: Date.now() });
}
