import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Commit, RepositoryEvidence, Signature, Tag } from '../core/evidence/commit';
import {
  COMMIT_FORMAT,
  formatSignature,
  parseCommits,
  parseSignature,
  parseTags,
  TAG_FORMAT,
  type Span,
} from '../core/evidence/gitLog';
import { landings } from '../core/evidence/landing';
import type { GitProblem } from '../core/evidence/problems';
import { undoesSomethingOlder } from '../core/evidence/revert';
import { defaultBranch } from './defaultBranch';
import { NO_HELPERS, runGit } from './gitCommand';
import { problemOf, type Repository } from './repositories';

const DAY = 86_400_000;
/** How far back the target of a revert is looked for. */
const EARLIER = 30 * DAY;
/** More commits than these are not read of one window. */
const MOST_COMMITS = 5_000;

export interface RepositoryReading {
  readonly evidence: RepositoryEvidence;
  readonly problems: readonly GitProblem[];
}

export interface ReaderOptions {
  readonly git: string;
  readonly repository: Repository;
  readonly span: Span;
  /** Gives the reading up: nothing is said about that. */
  readonly given: AbortSignal;
  /** Ends it as well when its time is over. */
  readonly deadline: AbortSignal;
}

/** Reads one repository, once. */
export class RepositoryReader {
  readonly #problems: GitProblem[] = [];

  constructor(private readonly options: ReaderOptions) {}

  /** All that the window holds. What git cannot say is a problem, and the rest is there. */
  async read(): Promise<RepositoryReading> {
    const { name, root } = this.options.repository;
    const branch = await this.#defaultBranch();
    const [line, tags] = branch === undefined ? [[], []] : await Promise.all([this.#line(branch), this.#tags()]);
    const [all] = await Promise.all([this.#merged(line), this.#limits(branch, line)]);
    const landed = landings(line, all);
    const before = undoesSomethingOlder(landed) ? await this.#earlier(line) : [];
    const earlier = landings(firstParents(before, line.at(-1)?.parents[0]), before);
    const [known = [], older = []] = await this.#mapped([landed, earlier]);
    return { evidence: { name, root, landings: known, earlier: older, tags }, problems: this.#problems };
  }

  async #defaultBranch(): Promise<string | undefined> {
    const branch = await defaultBranch(this.#place, this.options.repository, this.options.given);
    if ('problem' in branch) this.#say(branch.problem);
    return 'at' in branch ? branch.at : undefined;
  }

  /** The first-parent line inside the window, newest first. */
  async #line(branch: string): Promise<Commit[]> {
    return this.#whole(await this.#log(['--first-parent', ...between(this.options.span)], [branch]));
  }

  /** All commits that the window's merges brought in. They may have been written long before. */
  async #merged(line: readonly Commit[]): Promise<Commit[]> {
    const [newest, oldest] = [line[0], line.at(-1)];
    if (!newest || !oldest || line.every(({ parents }) => parents.length < 2)) return [];
    const [before] = oldest.parents;
    return this.#whole(await this.#log([], [newest.hash, ...(before === undefined ? [] : [`^${before}`])]));
  }

  /** Says where there was more than is read. */
  #whole(commits: Commit[]): Commit[] {
    if (commits.length >= MOST_COMMITS) this.#say({ code: 'tooMuch', repository: this.options.repository.name });
    return commits;
  }

  /** What landed in the 30 days before the window, with all that was merged. */
  async #earlier(line: readonly Commit[]): Promise<Commit[]> {
    const before = line.at(-1)?.parents[0];
    return before === undefined ? [] : this.#log([`--since=${moment(this.options.span.from - EARLIER)}`], [before]);
  }

  async #log(options: readonly string[], revisions: readonly string[]): Promise<Commit[]> {
    const fixed = [
      '--no-color',
      '--no-notes',
      '--no-patch',
      ...NO_HELPERS,
      '--encoding=UTF-8',
      `--max-count=${MOST_COMMITS}`,
      `--format=${COMMIT_FORMAT}`,
    ];
    return parseCommits(await this.#ask(['log', ...options, ...fixed, '--end-of-options', ...revisions]));
  }

  async #tags(): Promise<Tag[]> {
    const question = ['for-each-ref', '--sort=-creatordate', `--format=${TAG_FORMAT}`, 'refs/tags'];
    return parseTags(await this.#ask(question), this.options.span);
  }

  /** Says where the clone itself ends: a shallow one that begins inside the window, a partial one that lacks files. */
  async #limits(branch: string | undefined, line: readonly Commit[]): Promise<void> {
    const { name: repository, shallow, gitFolder } = this.options.repository;
    if (branch === undefined) return;
    if (await isPartial(gitFolder)) this.#say({ code: 'partialClone', repository });
    const first =
      shallow && line.length === 0 ? await this.#log(['--first-parent', '--max-parents=0'], [branch]) : line;
    const oldest = first.at(-1);
    const begins = shallow && oldest?.parents.length === 0 && Date.parse(oldest.at) > this.options.span.from;
    if (begins) this.#say({ code: 'shallowClone', repository, since: oldest.at });
  }

  /** Co-authors through .mailmap. Authors are already; git does not do it for trailers by itself. */
  async #mapped<T extends Commit & { readonly merged: readonly Commit[] }>(
    lists: readonly (readonly T[])[],
  ): Promise<T[][]> {
    const commits = lists.flatMap((list) => list.flatMap((landing) => [landing, ...landing.merged]));
    const written = [...new Set(commits.flatMap(({ coAuthors }) => coAuthors.map(formatSignature)))];
    if (written.length === 0) return lists.map((list) => [...list]);
    const mapped = (await this.#ask(['check-mailmap', '--stdin'], `${written.join('\n')}\n`)).split('\n');
    const known = new Map(written.map((signature, index) => [signature, parseSignature(mapped[index] ?? '')]));
    const through = (signature: Signature): Signature => known.get(formatSignature(signature)) ?? signature;
    const renamed = <C extends Commit>(commit: C): C => ({ ...commit, coAuthors: commit.coAuthors.map(through) });
    return lists.map((list) => list.map((landing) => ({ ...renamed(landing), merged: landing.merged.map(renamed) })));
  }

  /** What git says; nothing, and a problem, where it cannot. */
  async #ask(args: readonly string[], input?: string): Promise<string> {
    const answer = await runGit(this.#place, args, input);
    const { name, root } = this.options.repository;
    if (answer.kind !== 'said') this.#say(problemOf(answer, name, root, this.options.given));
    else if (answer.cut) this.#say({ code: 'tooMuch', repository: name });
    return answer.kind === 'said' ? answer.output : '';
  }

  #say(problem: GitProblem | undefined): void {
    if (problem && !this.#problems.some(({ code }) => code === problem.code)) this.#problems.push(problem);
  }

  get #place(): Parameters<typeof runGit>[0] {
    return { git: this.options.git, folder: this.options.repository.root, signal: this.options.deadline };
  }
}

/** Git marks each pack that came without all of its files. */
async function isPartial(gitFolder: string): Promise<boolean> {
  const packs = await readdir(join(gitFolder, 'objects', 'pack')).catch(() => []);
  return packs.some((file) => file.endsWith('.promisor'));
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function between({ from, to }: Span): string[] {
  return [`--since=${moment(from)}`, `--until=${moment(to)}`];
}

/** The line of first parents from a commit on, newest first, as far as it is known. */
function firstParents(commits: readonly Commit[], tip: string | undefined): Commit[] {
  const known = new Map(commits.map((commit) => [commit.hash, commit]));
  const line: Commit[] = [];
  for (let commit = known.get(tip ?? ''); commit; commit = known.get(commit.parents[0] ?? '')) line.push(commit);
  return line;
}
