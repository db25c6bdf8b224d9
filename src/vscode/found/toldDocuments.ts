import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ToldDocument } from '../../core/found/documentClaim';
import type { Claim } from '../../core/journal/schema';
import { readTold } from '../../sources/incidentDocuments';
import { locale } from '../place';
import { placeOf } from './documentPlace';

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
