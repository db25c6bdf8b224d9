import * as l10n from '@vscode/l10n';
import { fileNameParts } from '../core/journal/filename';
import { Overtaken, TooLarge } from './durableFile';
import { LARGEST, Unreadable } from './faithful';
import { Locked } from './lock';
import { faultWords, unreadable } from './reading';
import { isSystemError } from './systemError';

/**
 * Why nothing was saved, for programs. `gone`: the journal's folder vanished. `missing`: the incident's file is not in the folder
 * now. `not-possible`: the result of the change is not what the schema allows.
 */
export type RefusalCode =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'busy'
  | 'locked'
  | 'gone'
  | 'missing'
  | 'not-found'
  | 'exists'
  | 'duplicate'
  | 'unreadable'
  | 'newer'
  | 'invalid'
  | 'not-possible'
  | 'too-large'
  | 'changing'
  | 'failed';

/** Nothing was saved, and why. Expected, so a value; everything on disk and in memory is as it was. */
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** A sentence for people. */
  readonly reason: string;
}

/** The bytes are durable, and memory holds them. */
export interface Saved<T> {
  readonly ok: true;
  readonly record: T;
}

export const refused = (code: RefusalCode, reason: string): Refused => ({ ok: false, code, reason });

/** What was to be saved, and where. */
export interface Target {
  /** The journal's folder, absolute. */
  readonly folder: string;
  /** Relative to it. */
  readonly file: string;
}

type Words = (target: Target) => readonly [RefusalCode, string];

const full: Words = () => ['disk-full', l10n.t('The disk is full. Make some room, then try again.')];
const denied: Words = ({ folder }) => ['no-permission', l10n.t('This account may not write to {0}.', folder)];

/** By the operating system's code. Every other code is said as it is. */
const systemWords: Readonly<Record<string, Words>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: ({ folder }) => ['read-only', l10n.t('{0} is on a disk that can only be read. Nothing can be saved there.', folder)],
  EACCES: denied,
  EPERM: denied,
  EBUSY: ({ file }) => ['busy', l10n.t('Another program holds {0}. Close it there, then try again.', file)],
  ENOENT: ({ folder }) => ['gone', goneWords(folder)],
  ENOTDIR: ({ folder }) => ['gone', goneWords(folder)],
};

const goneWords = (folder: string): string =>
  l10n.t('The journal’s folder is not there any more: {0}. Nothing was saved, and no new one was made. Bring the folder back, then try again.', folder);

/** An expected fault as a refusal; undefined for a fault of the program, which is to be thrown on. */
export function refusalFor(error: unknown, target: Target): Refused | undefined {
  if (error instanceof Locked) return refused('locked', l10n.t('Another window holds the journal. Try again.'));
  if (error instanceof Overtaken) return refused('changing', l10n.t('Another program keeps changing {0}. Try again when it has finished.', target.file));
  if (error instanceof TooLarge) return refused('too-large', l10n.t('This would be more than {0} bytes, too much for one file. Shorten it, then try again.', LARGEST));
  if (error instanceof Unreadable) return refused('unreadable', faultWords(fileNameParts(target.file).name, unreadable(error)));
  if (!isSystemError(error)) return undefined;
  const words = systemWords[error.code];
  return words ? refused(...words(target)) : refused('failed', l10n.t('{0} could not be saved ({1}).', target.file, error.code));
}
