import * as vscode from 'vscode';

/** How the history is grouped and sorted. */
export interface Arrangement {
  readonly group: 'year' | 'state';
  readonly sort: Sort;
}
export type Sort = 'newest' | 'oldest' | 'title';

const KEY = 'leadDebrief.history';
const USUAL: Arrangement = { group: 'year', sort: 'newest' };

/** What each command of the history's menu changes. */
export const ARRANGEMENTS: Readonly<Record<string, Partial<Arrangement>>> = {
  'leadDebrief.groupByYear': { group: 'year' },
  'leadDebrief.groupByState': { group: 'state' },
  'leadDebrief.sortNewest': { sort: 'newest' },
  'leadDebrief.sortOldest': { sort: 'oldest' },
  'leadDebrief.sortTitle': { sort: 'title' },
};

/** What the lead chose in this workspace. */
export function arrangementIn(memory: vscode.Memento): Arrangement {
  return { ...USUAL, ...memory.get<Partial<Arrangement>>(KEY) };
}

/** Remembers a choice for the workspace. */
export async function arrange(memory: vscode.Memento, command: string): Promise<void> {
  await memory.update(KEY, { ...arrangementIn(memory), ...ARRANGEMENTS[command] });
  showArrangement(memory);
}

/** Tells the menus, which offer what is not chosen. */
export function showArrangement(memory: vscode.Memento): void {
  const { group, sort } = arrangementIn(memory);
  void vscode.commands.executeCommand('setContext', 'leadDebrief.historyGroup', group);
  void vscode.commands.executeCommand('setContext', 'leadDebrief.historySort', sort);
}
