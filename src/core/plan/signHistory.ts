import { saysReland, saysRevert, namedTarget, plainSubject } from '../evidence/revert';
import { sameCommit } from '../evidence/stored';
import type { Change, SignState } from './sign';

/*
 * How git is asked about the signs of promises, and what its answers mean. Everything is read since a promise was made: what was so before, was so
 * before.
 */

/** For `git log -z --raw --format`: NUL ends each field, so that no message can pretend to be one. */
export const CHANGE_FORMAT = 'tformat:%H%x00%ct%x00%s%x00';
/** For `git log -z --format`. */
export const MESSAGE_FORMAT = 'tformat:%H%x00%ct%x00%s%x00%b%x00';

/** A file that a commit changed. */
export interface PathChange extends Change {
  readonly path: string;
  /** A added, D deleted, M and T changed. */
  readonly status: string;
  /** Ids of the file's contents before and after; nothing but zeros where it was not there. */
  readonly before: string;
  readonly after: string;
}

/** A commit with its message. */
export interface Message extends Change {
  readonly body: string;
}

const HASH = /^\n?([0-9a-f]{40,64})$/;
const RAW = /^\n?:\d{6} \d{6} ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;
/** JavaScript's dates end there, in seconds. */
const LAST_SECOND = 8.64e12;

const timeOf = (seconds: string): string | undefined => (/^\d+$/.test(seconds) && Number(seconds) < LAST_SECOND ? new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') : undefined);

/** Reads `git log -z --raw` in `CHANGE_FORMAT`, newest first. What is cut off or damaged is left out. */
export function parseChanges(output: string): readonly PathChange[] {
  const fields = output.split('\0');
  const changes: PathChange[] = [];
  let commit: Change | undefined;
  for (let at = 0; at < fields.length; at += 1) {
    const [, hash] = HASH.exec(fields[at] ?? '') ?? [];
    const [, before = '', after = '', status] = RAW.exec(fields[at] ?? '') ?? [];
    if (hash !== undefined) {
      const time = timeOf(fields[at + 1] ?? '');
      commit = time === undefined ? undefined : { commit: hash, at: time, subject: fields[at + 2] ?? '' };
      at += 2;
    } else if (status !== undefined) {
      const path = fields[(at += 1)];
      if (commit && path !== undefined) changes.push({ ...commit, path, status, before, after });
    }
  }
  return changes;
}

/** Reads `git log -z` in `MESSAGE_FORMAT`, newest first. */
export function parseMessages(output: string): readonly Message[] {
  const fields = output.split('\0');
  const messages: Message[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const [, commit] = HASH.exec(fields[at] ?? '') ?? [];
    const time = commit === undefined ? undefined : timeOf(fields[at + 1] ?? '');
    if (commit === undefined || time === undefined) continue;
    messages.push({ commit, at: time, subject: fields[at + 2] ?? '', body: fields[at + 3] ?? '' });
    at += 3;
  }
  return messages;
}

const changeOf = ({ commit, at, subject }: Change): Change => ({ commit, at, subject });

/** @param changes of one path, newest first @param isThere whether it exists now @param path a file, or a folder with all that is in it */
export function pathState(changes: readonly PathChange[], path: string, isThere: boolean): SignState {
  const own = changes.filter((each) => each.path === path);
  const inside = changes.filter((each) => each.path.startsWith(`${path}/`));
  // The newest coming of a file; of a folder, the first file in it since it was last empty is not known, so the oldest.
  const came = own.find(({ status }) => status === 'A') ?? inside.filter(({ status }) => status === 'A').at(-1);
  if (isThere) return { state: 'landed', ...(came && changeOf(came)) };
  const went = [...own, ...inside].find(({ status }) => status === 'D');
  return went ? { state: 'removed', removedAt: went.at, removedBy: went.commit, ...(came && changeOf(came)) } : { state: 'notYet' };
}

/**
 * Whether a file holds a text, from its contents since the promise.
 * @param changes of that file, newest first
 * @param holds whether a content, by its id, has the text
 * @param isThere whether the file has it now
 */
export function contentState(changes: readonly PathChange[], holds: (blob: string) => boolean, isThere: boolean): SignState {
  const [newest] = changes;
  if (!newest) return isThere ? { state: 'landed' } : { state: 'notYet' };
  const from = isThere ? 0 : changes.findIndex(({ after }) => holds(after));
  const last = changes.at(-1);
  if (from < 0) return last && holds(last.before) ? { state: 'removed', removedAt: last.at, removedBy: last.commit } : { state: 'notYet' };
  const came = changes.slice(from).find(({ before }) => !holds(before));
  const landed = came && changeOf(came);
  const went = changes[from - 1];
  return isThere || !went ? { state: 'landed', ...landed } : { state: 'removed', removedAt: went.at, removedBy: went.commit, ...landed };
}

const MERGES = [
  /^Merge (?:remote-tracking )?branch '(?:origin\/)?([^']+)'/,
  /^Merge pull request #\d+ from [^/\s]+\/(\S+)/,
  /^Merged in (\S+) \(pull request #\d+\)/,
];

function mergedIn(subject: string): string | undefined {
  return MERGES.map((pattern) => pattern.exec(subject)?.[1]).find((branch) => branch !== undefined);
}

/** What commits said since the oldest promise, read for every sign of the kind at once. */
export class MessageHistory {
  readonly #said: readonly { readonly message: Message; readonly place: number; readonly words: string; readonly merged: string | undefined; readonly isRevert: boolean }[];

  /** @param messages newest first */
  constructor(messages: readonly Message[]) {
    this.#said = messages.map((message, place) => {
      const { subject, body } = message;
      return { message, place, words: `${subject}\n${body}`.toLowerCase(), merged: mergedIn(subject)?.toLowerCase(), isRevert: saysRevert(subject) && !saysReland(subject) };
    });
  }

  /** Whether a commit since then mentions a text, small and capital letters alike; a revert only mentions what it undoes. */
  mentions(text: string, since: string): SignState {
    const wanted = text.toLowerCase();
    return this.#madeBy(since, ({ words }) => words.includes(wanted));
  }

  /** Whether a branch was merged since then: a merge names it, as git and the hosting services write it. A fast-forward and a squash leave no trace of a branch. */
  merged(branch: string, since: string): SignState {
    const name = branch.toLowerCase();
    return this.#madeBy(since, ({ merged }) => merged === name);
  }

  /** The oldest commit of its kind that was not undone; where all were, the newest and what undid it. */
  #madeBy(since: string, isOne: (said: { readonly words: string; readonly merged: string | undefined }) => boolean): SignState {
    const from = Date.parse(since);
    const found = this.#said.filter((each) => !each.isRevert && isOne(each) && Date.parse(each.message.at) >= from).map(({ message, place }) => ({ message, undone: this.#undoing(message, place) }));
    const stands = found.findLast(({ undone }) => !undone);
    if (stands) return { state: 'landed', ...changeOf(stands.message) };
    const [newest] = found;
    return newest?.undone ? { state: 'removed', removedAt: newest.undone.at, removedBy: newest.undone.commit, ...changeOf(newest.message) } : { state: 'notYet' };
  }

  /** The revert of a commit: by the hash that it names, else by the subject. It is newer. */
  #undoing({ commit, subject }: Message, place: number): Message | undefined {
    return this.#said.slice(0, place).find(({ message, isRevert }) => {
      if (!isRevert) return false;
      const { hashes, subjects } = namedTarget({ ...message, parents: [] });
      return hashes.length > 0 ? hashes.some((hash) => sameCommit(hash, commit)) : subjects.includes(plainSubject(subject));
    })?.message;
  }
}
