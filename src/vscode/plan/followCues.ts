import * as vscode from 'vscode';
import { openPlan } from '../../core/plan/openPlan';
import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** Has the cues of the open plan watched from when it has some on. */
export function followCues(journal: Journal, storage: vscode.Uri): vscode.Disposable {
  const followed: vscode.Disposable[] = [];
  let [isWatching, isOver] = [false, false];
  const follow = (): void => {
    if (isWatching || isOver || !openPlan(journal.records())?.plan.cues) return;
    isWatching = true;
    followed.push(part('atCue').watchCues(journal, storage));
  };
  void journal.whenLoaded.then(follow);
  followed.push(journal.onDidChange(follow));
  return new vscode.Disposable(() => {
    isOver = true;
    for (const each of followed) each.dispose();
  });
}
