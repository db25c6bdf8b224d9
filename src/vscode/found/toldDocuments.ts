import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { ToldDocument } from '../../core/found/documentClaim';
import { DOCUMENT } from '../../core/found/listing';
import type { Claim } from '../../core/journal/schema';
import { readTold } from '../../sources/incidentDocuments';
import { foldersOnDisk, locale } from '../place';

/** A document of the open folders. */
export interface DocumentPlace {
  readonly folder: string;
  /** Below the folder, with "/" between. */
  readonly path: string;
}

/** Where the document of a claim is; undefined where no open folder has it. */
export function placeOf({ source, ref = '' }: Pick<Claim, 'source' | 'ref'>): DocumentPlace | undefined {
  if (source !== DOCUMENT) return undefined;
  const path = ref.slice(ref.indexOf('/') + 1);
  const folder = foldersOnDisk().find((each) => ref === `${basename(each)}/${path}` && isBelow(path) && existsSync(join(each, path)));
  return folder === undefined ? undefined : { folder, path };
}

/** A journal may come from others: no path in it leads out of the folder. */
const isBelow = (path: string): boolean => !path.includes('\\') && path.split('/').every((part) => part !== '..' && part !== '');

/** What the documents of claims tell, as they are now. Nothing in Restricted Mode. */
export async function readToldDocuments(claims: readonly Claim[]): Promise<readonly ToldDocument[]> {
  if (!vscode.workspace.isTrusted) return [];
  const told = await Promise.all(
    claims.map(async (claim) => {
      const place = placeOf(claim);
      return place && (await readTold({ folder: place.folder, name: basename(place.folder), zone: locale().zone }, place.path))?.told;
    }),
  );
  return told.flatMap((each) => each ?? []);
}

/** Opens the document of a claim. @param line counted from 1; its beginning where absent */
export async function openDocument(claim: Pick<Claim, 'source' | 'ref'>, line = 1): Promise<void> {
  const place = placeOf(claim);
  if (!place) return void vscode.window.showInformationMessage(vscode.l10n.t('The document is not in an open folder: {0}', claim.ref ?? ''));
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(join(place.folder, place.path)), { selection: new vscode.Range(at, at), preview: true });
}
