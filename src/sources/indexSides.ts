import { basename, dirname } from 'node:path';
import { withDeadline } from './deadline';
import { NO_HELPERS, runGit } from './gitCommand';

/** The sides of a file in conflict, as git's index holds them: whole texts. `base` is undefined where both sides added the file. */
export interface IndexSides {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** A file waits for it, and has its markers to go by without it: milliseconds for all three. */
const SOON = 5_000;

/**
 * Asks git's index for the sides of a file in conflict. Reads only.
 * @param path of the file, absolute
 * @returns undefined where it is in no repository, in no conflict, or where git cannot say in time. Never rejects
 */
export async function readIndexSides(path: string, git: string): Promise<IndexSides | undefined> {
  return withDeadline(new AbortController().signal, SOON, async (signal) => {
    const stage = async (number: 1 | 2 | 3): Promise<string | undefined> => {
      const args = ['show', ...NO_HELPERS, '--end-of-options', `:${number}:./${basename(path)}`];
      const answer = await runGit({ git, folder: dirname(path), signal }, args);
      return answer.kind === 'said' && !answer.cut ? answer.output : undefined;
    };
    const [base, ours, theirs] = [await stage(1), await stage(2), await stage(3)];
    return ours === undefined || theirs === undefined ? undefined : { base, ours, theirs };
  });
}
