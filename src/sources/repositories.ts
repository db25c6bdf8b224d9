import { access, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { GitProblem } from '../core/evidence/problems';
import { withDeadline } from './deadline';
import { runGit, type GitAnswer } from './gitCommand';

/** A repository of the workspace. */
export interface Repository {
  /** Its folder name, made longer where two have the same. */
  readonly name: string;
  /** The folder of its work tree. */
  readonly root: string;
  /** Its history is cut off somewhere. */
  readonly shallow: boolean;
  /** Where git keeps what it knows, also for a worktree. */
  readonly gitFolder: string;
  /** The commit that the remote's default branch is at, as last fetched; undefined where no remote has said. */
  readonly remoteHead: string | undefined;
  /** How much of its time was used for finding it, in milliseconds. */
  readonly spent: number;
}

export interface Found {
  readonly repositories: readonly Repository[];
  readonly problems: readonly GitProblem[];
}

export interface FindOptions {
  /** The folders of the workspace. */
  readonly folders: readonly string[];
  readonly git: string;
  readonly signal: AbortSignal;
  /** How long git may take for one folder, in milliseconds. */
  readonly limit: number;
}

/** As many repositories are read at once; more would only fight over the disk. */
export const AT_ONCE = 4;

/** The repository that each folder of the workspace is in, and those one level below. Each once, also through links. */
export async function findRepositories(options: FindOptions): Promise<Found> {
  const nested = await Promise.all(options.folders.map(nestedIn));
  const limit = pLimit(AT_ONCE);
  const looks = await Promise.all(
    [...options.folders, ...nested.flat()].map((folder) => limit(() => look(folder, options))),
  );
  const found = new Map(looks.flatMap(({ found }) => (found ? [[found.root, found] as const] : [])));
  const problems = withoutRepeats(looks.flatMap(({ problem }) => problem ?? []));
  if (found.size === 0 && problems.length === 0 && !options.signal.aborted)
    return { repositories: [], problems: [{ code: 'noRepository' }] };
  const names = namesFor([...found.keys()]);
  return {
    repositories: [...found.values()].map((each, index) => ({ ...each, name: names[index] ?? basename(each.root) })),
    problems,
  };
}

/** Folders right below that look like repositories. Hidden ones and installed packages are nobody's work. */
async function nestedIn(folder: string): Promise<string[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = children.filter(
    (child) => child.isDirectory() && !child.name.startsWith('.') && child.name !== 'node_modules',
  );
  const checked = await Promise.all(
    folders.map(async ({ name }) => {
      const found = await access(join(folder, name, '.git')).then(
        () => true,
        () => false,
      );
      return found ? [join(folder, name)] : [];
    }),
  );
  return checked.flat();
}

interface Look {
  readonly found?: Omit<Repository, 'name'>;
  readonly problem?: GitProblem;
}

/** As a pattern, it is no mistake where there is no such reference: everything is told by one command. */
const REMOTE_HEAD = '--glob=refs/remotes/origin/HEA[D]';
const TOLD = /^([^]*?)\r?\n(true|false)\r?\n([^]*?)\r?\n(?:([0-9a-f]{40,64})\r?\n)?$/;

async function look(folder: string, { git, signal, limit }: FindOptions): Promise<Look> {
  const began = performance.now();
  const question = ['rev-parse', '--show-toplevel', '--is-shallow-repository', '--git-common-dir', REMOTE_HEAD];
  const answer = await withDeadline(signal, limit, (deadline) => runGit({ git, folder, signal: deadline }, question));
  if (answer.kind !== 'said') return whyNot(answer, folder, signal);
  const [, top = folder, shallow, common = '.git', remoteHead] = TOLD.exec(answer.output) ?? [];
  const root = await realpath(normalize(top)).catch(() => normalize(top));
  const gitFolder = resolve(folder, common);
  return { found: { root, gitFolder, shallow: shallow === 'true', remoteHead, spent: performance.now() - began } };
}

/** No work tree of git: nothing to be said about it. */
const NOT_ONE = /not a git repository|must be run in a work tree|cannot use bare repository/i;
const DUBIOUS = /dubious ownership|is owned by someone else/i;

function whyNot(answer: Exclude<GitAnswer, { kind: 'said' }>, folder: string, signal: AbortSignal): Look {
  if (answer.kind === 'refused' && NOT_ONE.test(answer.reason)) return {};
  const problem = problemOf(answer, basename(folder), folder, signal);
  return problem ? { problem } : {};
}

/** What a command that did not answer means for a repository; undefined where the reading was given up. */
export function problemOf(
  answer: Exclude<GitAnswer, { kind: 'said' }>,
  repository: string,
  folder: string,
  signal: AbortSignal,
): GitProblem | undefined {
  if (answer.kind === 'missing') return { code: 'gitMissing' };
  if (answer.kind === 'stopped') return signal.aborted ? undefined : { code: 'tooSlow', repository };
  if (!DUBIOUS.test(answer.reason)) return { code: 'unreadable', repository, reason: firstLine(answer.reason) };
  const root = /safe\.directory\s+(\S.*)$/m.exec(answer.reason)?.[1]?.trim().replace(/^'|'$/g, '') ?? folder;
  return { code: 'dubiousOwnership', repository: basename(root) || repository, root };
}

function firstLine(reason: string): string {
  return (reason.split('\n').find((line) => line.trim() !== '') ?? '').replace(/^(?:fatal|error): /, '').trim();
}

/** Two folders of one workspace may have the same trouble. */
function withoutRepeats(problems: readonly GitProblem[]): GitProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Folder names; where two are the same, with the folder above. */
function namesFor(roots: readonly string[]): string[] {
  const bases = roots.map((root) => basename(root) || root);
  return roots.map((root, index) => {
    const base = bases[index] ?? root;
    return bases.indexOf(base) === bases.lastIndexOf(base) ? base : `${basename(dirname(root))}/${base}`;
  });
}
