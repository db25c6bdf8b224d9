import { open, type FileHandle } from 'node:fs/promises';

/** So many bytes of a file are read; what is longer is no report that somebody wrote. */
const MOST_BYTES = 400_000;

/** The text of a document, or why there is none. */
export type DocumentFile = { readonly text: string } | { readonly text: undefined; readonly problem: 'unreadable' | 'notText' };

/**
 * Reads a document as text: UTF-8, or UTF-16 with its byte order mark; wrong bytes become "\uFFFD". Reads only its beginning where it is huge.
 * A file with zero bytes in it is no text. Nothing is thrown.
 */
export async function readDocument(file: string): Promise<DocumentFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const buffer = Buffer.alloc(Math.min(MOST_BYTES, Number((await handle.stat()).size)));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return decoded(buffer.subarray(0, bytesRead));
  } catch {
    return { text: undefined, problem: 'unreadable' };
  } finally {
    await handle?.close();
  }
}

function decoded(bytes: Uint8Array): DocumentFile {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) return { text: undefined, problem: 'notText' };
  return { text: new TextDecoder(encoding).decode(bytes) };
}
