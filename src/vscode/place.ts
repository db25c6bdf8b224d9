import * as vscode from 'vscode';
import { customAlphabet } from 'nanoid';
import type { Remedy } from '../core/growth/remedies';
import type { Locale } from '../core/incident/times';
import { isZone } from '../core/incident/zone';
import type { PlacedJournal } from './place/placedJournal';

/** Crockford's base32, in small letters: no l, o, i, u to mistake. 10 characters collide with probability 5e-8 among 10,000. */
export const newId = customAlphabet('0123456789abcdefghjkmnpqrstvwxyz', 10);

/** Where the journal is, or one sentence why there is none, and what can be done about it. */
export type Place =
  | { readonly journal: PlacedJournal; readonly folder: vscode.Uri }
  | { readonly journal?: undefined; readonly reason: string; readonly remedies: readonly Remedy[] };

/** The open folders that are on disk. */
export function foldersOnDisk(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

/** How times are shown: the zone that the lead set, else this machine's, in the language of the editor. */
export function locale(): Locale {
  const set = vscode.workspace.getConfiguration('leadDebrief').get<string>('timeZone', '');
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone: isZone(set) ? set : machine, language: vscode.env.language };
}
