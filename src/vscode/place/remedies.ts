import * as vscode from 'vscode';
import type { Remedy } from '../../core/growth/remedies';

/** The setting that says where the journal is, without the prefix. */
export const LOCATION = 'journal.location';

const commands: Readonly<Record<Remedy, readonly [command: string, given?: unknown]>> = {
  openFolder: ['vscode.openFolder'],
  choosePlace: ['leadDebrief.choosePlace'],
  chooseJournal: ['leadDebrief.choosePlace'],
  restoreMissing: ['leadDebrief.restoreMissing'],
  // In a remote window, a setting of the machine is among those of the remote machine, and nowhere else.
  openSetting: [vscode.env.remoteName === undefined ? 'workbench.action.openSettings' : 'workbench.action.openRemoteSettings', { query: `@id:leadDebrief.${LOCATION}` }],
};

/** Does what a button says. */
export function remedy(chosen: Remedy): Thenable<unknown> {
  const [command, given] = commands[chosen];
  return vscode.commands.executeCommand(command, given);
}
