import { withDeadline } from './deadline';
import { runGit } from './gitCommand';

/** A foresight note waits for it, and must not feel slow: milliseconds. */
const SOON = 1_000;
const HASH = /^[0-9a-f]{40,64}$/;

/** The commit that is checked out in the first of the folders that is in a repository; undefined where git cannot say in a second. Never rejects. */
export async function readHead({ folders, git }: { folders: readonly string[]; git: string }): Promise<string | undefined> {
  return withDeadline(new AbortController().signal, SOON, async (signal) => {
    for (const folder of folders) {
      const answer = await runGit({ git, folder, signal }, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD']);
      const head = answer.kind === 'said' ? answer.output.trim() : '';
      if (HASH.test(head)) return head;
    }
    return undefined;
  });
}
