import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import { GIT_SECONDS, problemSentence } from '../core/evidence/problems';
import { withDeadline } from './deadline';
import { RAW_FILES, runGit, type GitAnswer, type GitPlace } from './gitCommand';
import { problemOf } from './repositories';

/** A file that a commit changed, against its first parent: of a merge, what it brought to the branch. */
export interface ChangedFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly change: 'added' | 'deleted' | 'modified';
  /** The full hash of the first parent; the first commit of all has none. */
  readonly parent?: string;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** One sentence, where git could not say. */
  readonly problem?: string;
}

const HASH = /^[0-9a-f]{7,64}$/i;
const CHANGES: Readonly<Record<string, ChangedFile['change']>> = { A: 'added', D: 'deleted' };
const SUBMODULE = '160000';

/** Which files a commit changed. Renames are a file less and a file more. Never rejects. */
export async function readChangedFiles({
  root,
  git,
  commit,
}: {
  root: string;
  git: string;
  commit: string;
}): Promise<ChangedFiles> {
  const none = new AbortController().signal;
  if (!HASH.test(commit)) return { files: [], problem: goneSentence(commit, root) };
  return withDeadline(none, GIT_SECONDS * 1000, async (signal) => {
    const place = { git, folder: root, signal };
    const [first, parent] = await commitAndParent(place, commit);
    if (first.kind !== 'said') return { files: [], problem: whyNot(first, commit, root) };
    const trees = parent === undefined ? ['--root', '--end-of-options', commit] : ['--end-of-options', parent, commit];
    const answer = await runGit(place, [
      'diff-tree',
      '-r',
      '-z',
      '--no-commit-id',
      ...RAW_FILES,
      ...trees,
    ]);
    if (answer.kind !== 'said') return { files: [], problem: whyNot(answer, commit, root) };
    return { files: parseRaw(answer.output).map((file) => ({ ...file, ...(parent !== undefined && { parent }) })) };
  });
}

async function commitAndParent(place: GitPlace, commit: string): Promise<readonly [GitAnswer, string | undefined]> {
  const answer = await runGit(place, ['rev-list', '--parents', '--max-count=1', '--end-of-options', commit]);
  return [answer, answer.kind === 'said' ? answer.output.trim().split(' ')[1] : undefined];
}

/** Reads `:mode mode hash hash STATUS NUL path NUL …`. Submodules are left out: they have no text. */
function parseRaw(output: string): ChangedFile[] {
  const parts = output.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [before, after, , , status = ''] = (parts[at] ?? '').replace(/^:/, '').split(' ');
    if (before !== SUBMODULE && after !== SUBMODULE)
      files.push({ path: parts[at + 1] ?? '', change: CHANGES[status] ?? 'modified' });
  }
  return files;
}

/** What git says of a commit that it does not have. */
const GONE = /bad object|unknown revision|bad revision|ambiguous argument/i;

function goneSentence(commit: string, root: string): string {
  return l10n.t('{0} has no commit {1} any more.', basename(root), commit.slice(0, 7));
}

function whyNot(answer: Exclude<GitAnswer, { kind: 'said' }>, commit: string, root: string): string {
  if (answer.kind === 'refused' && GONE.test(answer.reason)) return goneSentence(commit, root);
  const problem = problemOf(answer, basename(root), root, new AbortController().signal);
  // No sentence about a single commit names a time, so the zone does not matter.
  return problem ? problemSentence(problem, { zone: 'UTC', language: 'en' }, 0) : '';
}
