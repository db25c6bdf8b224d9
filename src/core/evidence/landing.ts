import type { Commit, Landing, Signature } from './commit';

/**
 * What landed, with what each landing brought in: of a merge the merged commits, wherever and whenever they were written.
 * @param line the first-parent line of the default branch, newest first
 * @param all every commit that came with it; only the merged ones matter
 */
export function landings(line: readonly Commit[], all: readonly Commit[]): Landing[] {
  const free = new Map(all.map((commit) => [commit.hash, commit]));
  for (const { hash } of line) free.delete(hash);
  const oldestFirst = [...line].reverse().map((commit) => ({ ...commit, merged: take(free, commit) }));
  return oldestFirst.reverse();
}

/** The commits that a merge brought in, which no earlier landing had: taken out of `free`. Merges on the way are left out. */
function take(free: Map<string, Commit>, { parents }: Commit): Commit[] {
  const merged: Commit[] = [];
  const open = parents.slice(1);
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const commit = free.get(hash);
    if (!commit) continue;
    free.delete(hash);
    open.push(...commit.parents);
    if (commit.parents.length < 2) merged.push(commit);
  }
  return merged.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Who wrote what landed: of a merge the authors of the merged commits, since merging is not writing. Nobody where git does not know them. */
export function authorsOf(landing: Landing): readonly Signature[] {
  const written = landing.parents.length > 1 ? landing.merged : [landing];
  const all = [
    ...written.map(({ author }) => author),
    ...written.flatMap(({ coAuthors }) => coAuthors),
    ...landing.coAuthors,
  ];
  return all.filter(
    ({ mail }, index) => all.findIndex((other) => other.mail.toLowerCase() === mail.toLowerCase()) === index,
  );
}

/** How the number of a pull request stands in a subject: GitHub squash and merge, bors, Azure DevOps, Bitbucket. */
const PR_PATTERNS = [
  /\(#(\d+)\)\s*$/,
  /^Merge (?:pull request )?#(\d+)/,
  /^Auto merge of #(\d+)/,
  /^Merged PR (\d+):/,
  /\(pull request #(\d+)\)\s*$/,
];

/** The number of the pull request, where the subject says it. */
export function pullRequestOf({ subject }: Pick<Commit, 'subject'>): string | undefined {
  return PR_PATTERNS.map((pattern) => pattern.exec(subject)?.[1]).find((number) => number !== undefined);
}

/** Merges whose subject names only a branch, and whose body begins with what the pull request was called (GitHub, bors, GitLab). */
const TITLE_IN_BODY = [/^Merge pull request #\d+ /, /^Auto merge of #\d+ /, /^Merge branch '.*' into /];

/** What of a commit says what it is called. */
export type Worded = Pick<Commit, 'subject' | 'body' | 'parents'>;

/** What a landing is called. */
export function titleOf({ subject, body, parents }: Worded): string {
  const [first = ''] = body.split('\n');
  const named =
    parents.length > 1 &&
    TITLE_IN_BODY.some((pattern) => pattern.test(subject)) &&
    !/^[#*]|^See merge request/.test(first);
  return (named && first.trim()) || subject || first;
}
