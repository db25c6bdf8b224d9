import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CODEOWNERS } from '../../src/core/evidence/codeowners';
import { COMMIT_FORMAT, formatSignature, parseCommits, TAG_FORMAT } from '../../src/core/evidence/gitLog';
import { timeline } from '../../src/core/evidence/timeline';
import { readGitEvidence } from '../../src/sources/git';
import { bigRepository, incidentWindow } from './bigRepository';
import { interleaved, rowOf, type BenchRow } from './row';

const ROUNDS = 21;
const run = promisify(execFile);

/** Evidence for two days among 100,000 commits: found, read, and made into a timeline; over the git commands that it needs, bare. */
export async function evidence(): Promise<BenchRow[]> {
  const folder = await bigRepository();
  const window = incidentWindow();
  const signal = new AbortController().signal;
  const read = async (): Promise<void> => {
    const { evidence: found, problems } = await readGitEvidence({ folders: [folder], git: 'git', ...window, signal });
    const { entries } = timeline({ format: 1, id: 'bench', title: 'bench', window }, found);
    if (entries.length < 90 || problems.length > 0)
      throw new Error(`${entries.length} entries, ${problems.length} problems`);
  };
  const bare = await bareCommands(folder, window);
  return [rowOf('evidence for two days in 100,000 commits', await interleaved(read, bare, ROUNDS), 1.3)];
}

/**
 * What has to be asked, in the same order: which repository and branch, what landed (from a day before on), tags, who the lead is, what was
 * merged, names, whether there is a file of owners. Nothing is read
 * of the answers: what they decide about the next question is known before.
 */
async function bareCommands(
  folder: string,
  { start, end }: { start: string; end: string },
): Promise<() => Promise<void>> {
  const git = (...args: string[]) => run('git', ['-C', folder, ...args], { maxBuffer: 1 << 28 });
  const [from, to] = [Date.parse(start) - 24 * 3_600_000, Date.parse(end) + 24 * 3_600_000].map((time) =>
    new Date(time).toISOString(),
  );
  const line = () =>
    git('log', '--first-parent', `--since=${from}`, `--until=${to}`, `--format=${COMMIT_FORMAT}`, 'HEAD');
  const landed = parseCommits((await line()).stdout);
  const range = [landed[0]?.hash ?? '', `^${landed.at(-1)?.parents[0]}`];
  const merged = () => git('log', `--format=${COMMIT_FORMAT}`, ...range);
  const coAuthors = new Set(
    parseCommits((await merged()).stdout).flatMap((commit) => commit.coAuthors.map(formatSignature)),
  );
  return async () => {
    await git('rev-parse', '--show-toplevel', 'refs/remotes/origin/HEAD');
    await Promise.all([line(), git('config', '-z', '--get-regexp', '^user').catch(() => undefined), git('for-each-ref', '--sort=-creatordate', `--format=${TAG_FORMAT}`, 'refs/tags')]);
    await merged();
    await git('check-mailmap', ...coAuthors);
    await git('ls-tree', '-z', range[0] ?? 'HEAD', ...CODEOWNERS);
  };
}
