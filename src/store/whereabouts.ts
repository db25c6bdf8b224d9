import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import { FACTS_FILE } from './recordKind';

/** The folder of a journal, in the folder that keeps it. */
export const JOURNAL_FOLDER = '.lead-debrief';

/** Where this workspace's journal was, and what the setting said then. */
export interface LastPlace {
  /** The journal's folder, absolute. */
  readonly folder: string;
  readonly location: string;
  /** The person kept it there, whatever the setting says by now. */
  readonly kept?: boolean;
}

export interface Question {
  /** The open folders that are on disk, absolute. */
  readonly folders: readonly string[];
  /** The setting, as it was typed: absolute, or from `~` on. Empty where it is not set. */
  readonly location: string;
  readonly home: string;
  readonly last?: LastPlace | undefined;
  /** The journal's folder that was chosen among those of several open folders. */
  readonly chosen?: string | undefined;
}

export type Whereabouts =
  | {
      readonly kind: 'here';
      /** The journal's folder, absolute. Need not be there. */
      readonly folder: string;
      /** Not decided yet: the first save asks which of these it shall be. */
      readonly choices?: readonly string[];
      /** The setting says another place by now; until the person has said what becomes of this one, it is in use. */
      readonly moveTo?: string;
    }
  | { readonly kind: 'noFolder' | 'badLocation' }
  /** Several open folders have a journal: which one is asked before anything else. */
  | { readonly kind: 'several'; readonly choices: readonly string[] };

/** Whether there is a journal in this folder: it is there, and something is in it. */
export function hasJournal(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

/**
 * Finds the journal's folder: where the setting says, else in the open folder, or in the one of several that has a journal. A journal
 * that was in use before the setting changed stays in use until it was moved or left on purpose, also when the window, or the move, was
 * killed meanwhile.
 */
export function findJournal(question: Question): Whereabouts {
  const { last, location } = question;
  const wanted = wantedPlace(question);
  if (wanted.kind !== 'here' || !last || last.folder === wanted.folder || !hasJournal(last.folder)) return wanted;
  if (last.location !== location) return { kind: 'here', folder: last.folder, moveTo: wanted.folder };
  return last.kept ? { kind: 'here', folder: last.folder } : wanted;
}

function wantedPlace({ folders, location, home, chosen }: Question): Whereabouts {
  if (location !== '') {
    const folder = journalAt(location, home);
    return folder === undefined ? { kind: 'badLocation' } : { kind: 'here', folder };
  }
  const all = folders.map((folder) => join(folder, JOURNAL_FOLDER));
  const [first, ...others] = all;
  if (first === undefined) return { kind: 'noFolder' };
  if (others.length === 0) return { kind: 'here', folder: first };
  const there = all.filter(hasJournal);
  if (chosen !== undefined && all.includes(chosen) && (there.includes(chosen) || there.length === 0)) return { kind: 'here', folder: chosen };
  if (there.length > 1) return { kind: 'several', choices: there };
  return there[0] === undefined ? { kind: 'here', folder: first, choices: all } : { kind: 'here', folder: there[0] };
}

/**
 * The journal's folder for a location: the location itself where it is a journal or is called like one, so that a clone of one under
 * any name is found, else a folder in it. Undefined where it is neither absolute nor from `~` on.
 */
export function journalAt(location: string, home: string): string | undefined {
  const typed = location.trim();
  const path = /^~(?=$|[\\/])/.test(typed) ? join(home, typed.slice(1)) : typed;
  if (!isAbsolute(path)) return undefined;
  const folder = normalize(path).replace(/(?<=.)[\\/]+$/, '');
  if (basename(folder) === JOURNAL_FOLDER || existsSync(join(folder, FACTS_FILE))) return folder;
  return join(folder, JOURNAL_FOLDER);
}

/** The location that leads to a journal's folder, as short as it can be said. */
export function locationOf(folder: string, home: string): string {
  const path = basename(folder) === JOURNAL_FOLDER ? dirname(folder) : folder;
  return path === home || path.startsWith(join(home, '/')) ? `~${path.slice(home.length)}` : path;
}
