import { namedTarget, plainSubject } from '../evidence/revert';
import { pullRequestOf } from '../evidence/landing';
import { sameCommit } from '../evidence/stored';
import type { SignalCommit } from './signalLog';

/** A commit that may have been undone: what is kept of each of a long history. */
export type Undoable = Pick<SignalCommit, 'hash' | 'parents' | 'committed' | 'subject' | 'author'>;

/** Hashes are found by this many of their first signs; shorter ones name nothing. */
const SHORT = 7;
const STEP = 500;

/** What reverts name, and the commits that go by it: newest first. */
type Named = Map<string, Undoable[]>;

/**
 * Finds what reverts undo: by the hash in the body; else by the pull request of the quoted subject; else the newest earlier commit with
 * the same subject. (Measured: found for 95 to 97 % with Gerrit, 67 to 91 % in most GitHub repositories, 34 to 55 % in four.)
 */
export class UndoneChanges {
  readonly #byHash: Named;
  readonly #byPullRequest: Named;
  readonly #bySubject: Named;

  /** @param reverts those that will be asked about: of a long history, only what they name is kept */
  constructor(reverts: readonly SignalCommit[]) {
    const named = reverts.map(namedTarget);
    const waiting = (names: readonly string[]): Named => new Map(names.map((name) => [name, []]));
    this.#byHash = waiting(named.flatMap(({ hashes }) => hashes.map(shortened)));
    this.#byPullRequest = waiting(named.flatMap(({ pullRequests }) => pullRequests));
    this.#bySubject = waiting(named.flatMap(({ subjects }) => subjects));
  }

  /** Adds what may have been undone. Yields now and then. @param commits newest first; what was added before is newer */
  *add(commits: Iterable<Undoable>): Generator<void> {
    let done = 0;
    for (const commit of commits) {
      this.#byHash.get(shortened(commit.hash))?.push(commit);
      if (this.#byPullRequest.size > 0) this.#byPullRequest.get(pullRequestOf(commit) ?? '')?.push(commit);
      if (this.#bySubject.size > 0) this.#bySubject.get(plainSubject(commit.subject))?.push(commit);
      if (++done % STEP === 0) yield;
    }
  }

  /** @returns undefined where what it undoes is not known */
  of(revert: SignalCommit): Undoable | undefined {
    const { hashes, pullRequests, subjects } = namedTarget(revert);
    return (
      this.#byHashes(revert, hashes) ??
      newestBefore(revert, pullRequests.map((number) => this.#byPullRequest.get(number))) ??
      newestBefore(revert, subjects.map((subject) => this.#bySubject.get(subject)))
    );
  }

  /** Whether nothing older could say better what it undoes: a hash that it names is known, or it names none and something else was found. */
  isSureOf(revert: SignalCommit): boolean {
    const { hashes } = namedTarget(revert);
    return hashes.length > 0 ? this.#byHashes(revert, hashes) !== undefined : this.of(revert) !== undefined;
  }

  #byHashes(revert: SignalCommit, hashes: readonly string[]): Undoable | undefined {
    return newestBefore(revert, hashes.map((hash) => this.#byHash.get(shortened(hash))?.filter((commit) => sameCommit(commit.hash, hash))));
  }
}

function newestBefore(revert: SignalCommit, lists: readonly (readonly Undoable[] | undefined)[]): Undoable | undefined {
  return lists.flatMap((list) => list ?? []).find(({ hash, committed }) => hash !== revert.hash && committed <= revert.committed);
}

const shortened = (hash: string): string => hash.slice(0, SHORT).toLowerCase();
