import * as vscode from 'vscode';
import { clockOf } from '../../core/incident/clock';
import { shorten } from '../../core/growth/shorten';
import type { Journal } from '../../store/journal';
import { areContentsHidden, onContentsHidden, shownTitle } from '../hiding';
import { plain } from '../plain';

/** The status bar has little room. */
const TITLE = 40;

/** The clock in the status bar: only there while an incident is open. From the journal alone, so it is the same in each window. */
export function showClock(journal: Journal): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('leadDebrief.clock', vscode.StatusBarAlignment.Left, 1_000);
  item.name = vscode.l10n.t('Incident Clock');
  item.command = 'leadDebrief.openIncidents';
  let timer: NodeJS.Timeout | undefined;
  const show = (): void => {
    clearTimeout(timer);
    const clock = clockOf(journal.records(), Date.now(), areContentsHidden());
    if (!clock) return item.hide();
    item.text = `$(pulse) ${plain(shorten(clock.text, TITLE))}`;
    const lines = clock.open.map(({ title, running }) => vscode.l10n.t('{0}, open for {1}', shownTitle(title), running));
    item.tooltip = [...lines, vscode.l10n.t('Note, hand over or resolve…')].join('\n');
    item.accessibilityInformation = { label: lines.join('. '), role: 'button' };
    item.show();
    timer = setTimeout(show, clock.nextChange);
  };
  const changes = [journal.onDidChange(show), onContentsHidden(show), vscode.window.onDidChangeWindowState(({ focused }) => focused && show())];
  show();
  return vscode.Disposable.from(item, ...changes, { dispose: () => clearTimeout(timer) });
}
