import type { GitProblem } from '../core/evidence/problems';
import { runGit, type GitPlace } from './gitCommand';
import { problemOf, type Repository } from './repositories';

/** The full hash of the commit that it is at, or why there is none; no problem where the reading was given up. */
export type DefaultBranch = { readonly at: string } | { readonly problem: GitProblem | undefined };

/**
 * The commit that the default branch is at: what the remote calls its head, else the upstream, else what is checked out.
 * @param given gives the reading up
 */
export async function defaultBranch(place: GitPlace, { name, root, remoteHead }: Pick<Repository, 'name' | 'root' | 'remoteHead'>, given: AbortSignal): Promise<DefaultBranch> {
  if (remoteHead !== undefined) return { at: remoteHead };
  const answers = await Promise.all(
    ['@{upstream}', 'HEAD'].map((each) => runGit(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${each}^{commit}`])),
  );
  const found = answers.flatMap((answer) => (answer.kind === 'said' ? answer.output.trim() : []))[0];
  if (found !== undefined) return { at: found };
  const last = answers.at(-1);
  if (last?.kind === 'refused' && last.reason === '') return { problem: { code: 'noCommits', repository: name } };
  return { problem: last && last.kind !== 'said' ? problemOf(last, name, root, given) : undefined };
}
