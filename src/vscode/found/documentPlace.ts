import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { pathInFolder } from '../../core/found/documentPath';
import { DOCUMENT } from '../../core/found/listing';
import type { Claim } from '../../core/journal/schema';
import { foldersOnDisk } from '../place';

/** A document of the open folders. */
export interface DocumentPlace {
  readonly folder: string;
  /** Below the folder, with "/" between. */
  readonly path: string;
}

/** Where the document of a claim is; undefined where no open folder has it. */
export function placeOf({ source, ref = '' }: Pick<Claim, 'source' | 'ref'>): DocumentPlace | undefined {
  if (source !== DOCUMENT) return undefined;
  const path = pathInFolder(ref);
  const folder = foldersOnDisk().find((each) => ref === `${basename(each)}/${path}` && isBelow(path) && existsSync(join(each, path)));
  return folder === undefined ? undefined : { folder, path };
}

/** A journal may come from others: no path in it leads out of the folder. */
const isBelow = (path: string): boolean => !path.includes('\\') && path.split('/').every((part) => part !== '..' && part !== '');

/** Opens the document of a claim. @param line counted from 1 */
export async function openDocument(claim: Pick<Claim, 'source' | 'ref'>, line = 1): Promise<void> {
  const place = placeOf(claim);
  if (!place) return void vscode.window.showInformationMessage(vscode.l10n.t('The document is not in an open folder: {0}', claim.ref ?? ''));
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(join(place.folder, place.path)), { selection: new vscode.Range(at, at), preview: true });
}
