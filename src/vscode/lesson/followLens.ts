import * as vscode from 'vscode';
import type { Journal } from '../../store/journal';
import { part } from '../parts';

/** The setting, without the prefix. */
const SETTING = 'lessons.codeLens';

/** Shows the lens above files that were part of an earlier incident, while the setting is on. */
export function followLens(journal: Journal): vscode.Disposable {
  let lens: vscode.Disposable | undefined;
  const follow = (): void => {
    const isOn = vscode.workspace.getConfiguration('leadDebrief').get(SETTING) === true;
    if (!isOn) lens?.dispose();
    lens = isOn ? (lens ?? new (part('lessons').LessonLens)(journal)) : undefined;
  };
  follow();
  const followed = vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(`leadDebrief.${SETTING}`) && follow());
  return new vscode.Disposable(() => {
    followed.dispose();
    lens?.dispose();
  });
}
