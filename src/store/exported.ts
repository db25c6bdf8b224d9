import { open, realpath, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readExport, type Exported } from '../core/share/exportFile';
import { renamePatiently, writeSynced } from './durableFile';
import { parseFaithfully, refuseIfTooLarge, Unreadable } from './faithful';
import { syncFolder } from './folder';
import { hasCode, isSystemError, unlessRefused } from './systemError';
import { temporaryPath } from './temporaryFile';

/** The largest export that is read, in bytes: some ten thousand reflections. */
export const LARGEST_EXPORT = 200_000_000;

/** It was done, or one sentence why not. */
export type Done<T = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string };

const no = (reason: string) => ({ ok: false, reason }) as const;

/**
 * Writes an export whole or not at all: what the file held stays until all is on the disk. A new file is for this account alone, one that
 * is replaced keeps its permissions.
 * @param path absolute
 * @param mark what stands in front of the text; apart, for a text that is all ASCII is written several times as fast
 */
export async function writeExport(path: string, text: string, mark = ''): Promise<Done> {
  const target = (await unlessRefused(realpath(path))) ?? path;
  const temporary = temporaryPath(target);
  try {
    const before = await unlessRefused(stat(target));
    if (before && !before.isFile()) return no(l10n.t('Not written: there is no file at {0}, but something else.', path));
    const bytes = mark === '' ? Buffer.from(text) : Buffer.concat([Buffer.from(mark), Buffer.from(text)]);
    await (await writeSynced(temporary, bytes, before?.mode)).close();
    await renamePatiently(temporary, target);
    await syncFolder(dirname(target));
    return { ok: true };
  } catch (error) {
    await unlessRefused(unlink(temporary));
    if (!isSystemError(error)) throw error;
    return no(whyNotWritten(error, path));
  }
}

function whyNotWritten(error: Error & { readonly code: string }, path: string): string {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return l10n.t('Not written: the disk is full. Make some room, then try again.');
  if (hasCode(error, 'EACCES', 'EPERM')) return l10n.t('Not written: this account may not write to {0}. Choose another folder.', dirname(path));
  if (hasCode(error, 'EROFS')) return l10n.t('Not written: {0} is on a disk that can only be read. Choose another folder.', dirname(path));
  if (hasCode(error, 'ENOENT', 'ENOTDIR')) return l10n.t('Not written: there is no folder {0}. Choose another one.', dirname(path));
  return l10n.t('Not written: {0} ({1}).', path, error.code);
}

/** Reads an export. Refuses, with a sentence, what cannot be opened, what is no JSON (with line and column), and what `readExport` refuses. */
export async function readExported(path: string): Promise<Done<{ readonly exported: Exported }>> {
  try {
    return readExport(parseFaithfully(await bytesOf(path), LARGEST_EXPORT));
  } catch (error) {
    if (error instanceof Unreadable) return no(l10n.t('This file cannot be imported: line {0}, column {1}: {2}.', error.line, error.column, error.reason));
    if (!isSystemError(error)) throw error;
    return no(hasCode(error, 'EACCES', 'EPERM') ? l10n.t('This account may not open {0}.', path) : l10n.t('{0} cannot be opened ({1}).', path, error.code));
  }
}

/** Never more than may be read, whatever the file grows to meanwhile. @throws {Unreadable} */
async function bytesOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    refuseIfTooLarge((await handle.stat()).size, LARGEST_EXPORT);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
