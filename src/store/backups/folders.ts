import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readBytes } from '../bytes';
import { parseFaithfully, stringify, Unreadable } from '../faithful';
import { unlessRefused } from '../systemError';
import { writeCopy } from './copies';

/** Where the journal lay whose backups these are: a journal that is gone can no more say its own id. */
const FOLDERS_FILE = 'folders.json';
/** A journal that is shared lies in several folders of one machine. */
const MOST = 20;

const foldersSchema = v.object({ format: v.literal(1), folders: v.array(v.object({ path: v.string(), at: v.string() })) });
type Folders = v.InferOutput<typeof foldersSchema>['folders'];

/** A journal's backups, found by the folder in which it lay. */
export interface Origin {
  readonly id: string;
  /** When its backups were last brought up to date, ISO 8601 UTC. */
  readonly at: string;
}

/** Notes that the journal lies in this folder, now (in milliseconds). */
export async function noteFolder(home: string, folder: string, now: number): Promise<void> {
  const others = (await readFolders(home)).filter(({ path }) => path !== folder);
  await write(home, [{ path: folder, at: new Date(now).toISOString() }, ...others].slice(0, MOST), now);
}

/** Takes the note back: nobody is asked about this folder again. */
export async function forgetFolder(home: string, folder: string, now: number): Promise<void> {
  await write(home, (await readFolders(home)).filter(({ path }) => path !== folder), now);
}

/** Whose backups are those of a folder: of several journals that lay there, the last. */
export async function findOrigin(root: string, folder: string): Promise<Origin | undefined> {
  const origins: Origin[] = [];
  for (const id of (await unlessRefused(readdir(root))) ?? []) {
    const noted = (await readFolders(join(root, id))).find(({ path }) => path === folder);
    if (noted) origins.push({ id, at: noted.at });
  }
  return origins.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

async function readFolders(home: string): Promise<Folders> {
  try {
    const found = await unlessRefused(readBytes(join(home, FOLDERS_FILE)));
    const read = v.safeParse(foldersSchema, found && parseFaithfully(found.bytes));
    return read.success ? read.output.folders : [];
  } catch (error) {
    if (error instanceof Unreadable) return []; // cut off by a power cut: noted again at the next turn
    throw error;
  }
}

async function write(home: string, folders: Folders, now: number): Promise<void> {
  const bytes = Buffer.from(stringify({ format: 1, folders }));
  await writeCopy(join(home, FOLDERS_FILE), { bytes, stamp: { ino: 0, mtimeMs: now, size: bytes.length } });
}
