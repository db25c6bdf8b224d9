import * as vscode from 'vscode';
import { incidentState } from '../../core/incident/state';
import type { Journal } from '../../store/journal';
import { areContentsHidden, onContentsHidden } from '../hiding';

/** The number on the activity bar: incidents that wait, and drafts. */
export function showBadge(view: vscode.TreeView<unknown>, journal: Journal): vscode.Disposable {
  const show = (): void => {
    const states = journal.records().map(incidentState);
    const waiting = states.filter((state) => state === 'waiting').length;
    const drafts = states.filter((state) => state === 'draft').length;
    const words = [
      waiting === 1 ? vscode.l10n.t('1 incident waits') : waiting > 1 ? vscode.l10n.t('{0} incidents wait', waiting) : '',
      drafts === 1 ? vscode.l10n.t('1 draft') : drafts > 1 ? vscode.l10n.t('{0} drafts', drafts) : '',
    ];
    view.badge = waiting + drafts > 0 && !areContentsHidden() ? { value: waiting + drafts, tooltip: words.filter(Boolean).join(', ') } : undefined;
  };
  return vscode.Disposable.from(onContentsHidden(show), journal.onDidChange(show));
}
