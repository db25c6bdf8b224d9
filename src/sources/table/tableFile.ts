import { open } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { LARGEST_TABLE, type Table } from '../../core/tableImport/table';
import { readCsv } from './csvTable';
import { OWN, readJson } from './jsonTable';
import { UnreadableTable } from './unreadableTable';

/** What a file holds: rows; a whole export of ours, or JSON with a fault, which its own reader says more of; or nothing that can be imported, with a sentence. */
export type TableFile = { readonly kind: 'table'; readonly table: Table } | { readonly kind: 'export' } | { readonly kind: 'refused'; readonly reason: string };

/** What every export of ours has stands within so many bytes. */
const HEAD = 4_096;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a file of rows, and nothing else of the disk. Throws for no fault of the file. @param path absolute */
export async function readTableFile(path: string): Promise<TableFile> {
  const isJson = /\.json$/i.test(path);
  try {
    const { bytes, isWhole } = await beginningOf(path);
    if (isWhole) return readTable(bytes, isJson);
    if (isJson && Buffer.from(bytes.subarray(0, HEAD)).includes(OWN)) return { kind: 'export' };
    return { kind: 'refused', reason: l10n.t('It has more than {0} MB. Export a shorter time.', LARGEST_TABLE / 1_000_000) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'refused', reason: l10n.t('{0} cannot be opened ({1}).', path, String(error.code)) };
    throw error;
  }
}

/** Never more than may be read, whatever the file grows to meanwhile. */
async function beginningOf(path: string): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(LARGEST_TABLE + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) ({ bytesRead: read } = await handle.read(buffer, length, buffer.length - length, length));
    return { bytes: buffer.subarray(0, length), isWhole: length <= LARGEST_TABLE };
  } finally {
    await handle.close();
  }
}

/** Reads the rows that bytes hold. Refuses with a sentence what is no UTF-8 text, and what cannot be read. */
export function readTable(bytes: Uint8Array, isJson: boolean): TableFile {
  try {
    const text = decoded(bytes);
    if (!isJson) return { kind: 'table', table: readCsv(text) };
    const table = readJson(text);
    return table ? { kind: 'table', table } : { kind: 'export' };
  } catch (error) {
    if (error instanceof UnreadableTable) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

/** Without the mark that Windows puts before the first letter: the decoder takes it away. */
function decoded(bytes: Uint8Array): string {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new UnreadableTable(l10n.t('It is not UTF-8 text. Save it as “CSV UTF-8”, then try again.'));
  }
  if (text.includes('\0')) throw new UnreadableTable(l10n.t('It is no text. Save a sheet as “CSV UTF-8”, then try again.'));
  return text;
}
