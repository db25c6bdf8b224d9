import * as vscode from 'vscode';
import { lessonMarkdown, type LessonLine } from '../../core/share/lessonLines';
import { plain } from '../plain';

interface Row extends vscode.QuickPickItem {
  readonly index: number;
}

/**
 * Lets the person tick what goes into the document. Lessons and plans in which nobody is named are ticked; names are shown as aliases until they
 * are asked for.
 * @param of the lines, in the same order each time
 * @param document what stands there already
 */
export function pickLines(of: (shown: 'alias' | 'name') => readonly LessonLine[], document: string, title: string): Promise<readonly LessonLine[] | undefined> {
  const picker = vscode.window.createQuickPick<Row>();
  let shown: 'alias' | 'name' = 'alias';
  const isThere = (line: LessonLine): boolean => document.includes(lessonMarkdown(line));
  const show = (ticked: (line: LessonLine, index: number) => boolean): void => {
    const rows = of(shown).map((line, index) => ({ index, label: plain(line.label), description: isThere(line) ? vscode.l10n.t('is there already') : '', detail: plain(line.text) }));
    picker.items = rows;
    picker.selectedItems = rows.filter(({ index }) => ticked(of(shown)[index] as LessonLine, index));
    const tooltip = shown === 'alias' ? vscode.l10n.t('Show Names') : vscode.l10n.t('Show Aliases');
    picker.buttons = of('alias').some(({ names }) => names) ? [{ iconPath: new vscode.ThemeIcon(shown === 'alias' ? 'eye' : 'eye-closed'), tooltip }] : [];
  };
  Object.assign(picker, { title, canSelectMany: true, matchOnDetail: true, ignoreFocusOut: true, placeholder: vscode.l10n.t('Tick what goes into the document. You see it there before it does.') });
  show((line) => line.usual && !isThere(line));
  return new Promise((resolve) => {
    picker.onDidTriggerButton(() => {
      const ticked = new Set(picker.selectedItems.map(({ index }) => index));
      shown = shown === 'alias' ? 'name' : 'alias';
      show((_, index) => ticked.has(index));
    });
    picker.onDidAccept(() => {
      const lines = of(shown);
      resolve(picker.selectedItems.flatMap(({ index }) => lines[index] ?? []));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
