import * as vscode from 'vscode';
import { join } from 'node:path';
import { customAlphabet } from 'nanoid';
import type { Locale } from '../core/incident/times';
import { Journal } from '../store/journal';

/** The folder of the journal, in the workspace folder. */
export const JOURNAL_FOLDER = '.lead-debrief';

/** Crockford's base32, in small letters: no l, o, i, u to mistake. 10 characters collide with probability 5e-8 among 10,000. */
export const newId = customAlphabet('0123456789abcdefghjkmnpqrstvwxyz', 10);

/** Where the journal is, or one sentence why there is none. */
export type Place =
  | { readonly journal: Journal; readonly folder: vscode.Uri; readonly root: vscode.WorkspaceFolder }
  | { readonly journal?: undefined; readonly reason: string; readonly action?: 'openFolder' };

/** Finds the place of the journal: one open folder, on disk. Does no I/O. */
export function findPlace(folders: readonly vscode.WorkspaceFolder[] | undefined): Place {
  const [root, ...others] = folders ?? [];
  if (!root) return { reason: vscode.l10n.t('Open a folder to keep a journal in it.'), action: 'openFolder' };
  if (others.length > 0) {
    return { reason: vscode.l10n.t('Lead Debrief keeps its journal in one folder, and {0} are open. Open one folder alone to use it.', others.length + 1) };
  }
  if (root.uri.scheme !== 'file') return { reason: vscode.l10n.t('Lead Debrief needs a folder on disk. This one is not: {0}.', root.uri.scheme) };
  const folder = join(root.uri.fsPath, JOURNAL_FOLDER);
  return { journal: new Journal({ folder, now: Date.now, newId }), folder: vscode.Uri.file(folder), root };
}

/** How times are shown: the zone that the lead set, else this machine's, in the language of the editor. */
export function locale(): Locale {
  const set = vscode.workspace.getConfiguration('leadDebrief').get<string>('timeZone', '');
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone: isZone(set) ? set : machine, language: vscode.env.language };
}

function isZone(name: string): boolean {
  if (name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // not a zone: the setting's own schema tells the person
  }
}
