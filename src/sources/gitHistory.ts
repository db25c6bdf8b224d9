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
import { readOwnPaths, type FolderPaths } from './ownPaths';
import { problemOf, type Repository } from './repositories';

const DAY = 86_400_000;
/** How far back the target of a revert is looked for. */
const EARLIER = 30 * DAY;
/** More commits than these are not read of one window. */
const MOST_COMMITS = 5_000;
/** What can be asked about among signatures. */
const ADDRESS = /^[^<>\s]{1,400}$/;

export interface RepositoryReading {
  readonly evidence: RepositoryEvidence;
  readonly problems: readonly GitProblem[];
}

export interface ReaderOptions {
  readonly git: string;
  readonly repository: Repository;
  /** The window. */
  readonly span: Span;
  readonly ownPaths: readonly FolderPaths[];
  /** When the incident began, in milliseconds since 1970. */
  readonly start: number;
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
    const [whole, tagged, who] = branch === undefined ? [[], [], []] : await Promise.all([this.#line(branch), this.#tags(), this.#lead()]);
    const [line, dayBefore] = this.#parted(whole);
    const [all] = await Promise.all([this.#merged(line), this.#limits(branch, line)]);
    const landed = landings(line, all);
    const past = undoesSomethingOlder(landed) ? await this.#earlier(line) : [];
    const earlier = landings(firstParents(past, line.at(-1)?.parents[0]), past);
    const [[known = [], older = []], lead] = await this.#mapped([landed, earlier], who);
    const tags = tagged.filter(({ at }) => Date.parse(at) >= this.options.span.from);
    const before = { landings: dayBefore.map((commit) => ({ ...commit, merged: [] })), tags: tagged.filter((tag) => !tags.includes(tag)) };
    const { ownPaths } = this.options;
    const own = await readOwnPaths({ place: this.#place, root, line, dayBefore, lead, ownPaths });
    return { evidence: { name, root, landings: known, earlier: older, tags, before, lead, ...(own && { own }) }, problems: this.#problems };
  }

  /** The line inside the window, and what landed in the day before, newest first each. */
  #parted(whole: readonly Commit[]): readonly [line: readonly Commit[], before: readonly Commit[]] {
    const older = whole.findIndex(({ at }) => Date.parse(at) < this.options.span.from);
    return older < 0 ? [whole, []] : [whole.slice(0, older), whole.slice(older)];
  }

  async #defaultBranch(): Promise<string | undefined> {
    const branch = await defaultBranch(this.#place, this.options.repository, this.options.given);
    if ('problem' in branch) this.#say(branch.problem);
    return 'at' in branch ? branch.at : undefined;
  }

  /** The first-parent line inside the window and in the day before the incident, newest first. */
  async #line(branch: string): Promise<Commit[]> {
    return this.#whole(await this.#log(['--first-parent', ...between(this.#wide)], [branch]));
  }

  /** The window, from a day before the incident on. */
  get #wide(): Span {
    const { span, start } = this.options;
    return { from: Math.min(span.from, start - DAY), to: span.to };
  }

  /** The addresses that git writes into the lead's commits here. None where git was not told. */
  async #lead(): Promise<readonly Signature[]> {
    const answer = await runGit(this.#place, ['config', '-z', '--get-regexp', '^(user|author)\\.(email|name)$']);
    const said = answer.kind === 'said' ? answer.output.split('\0').map((each) => each.split('\n')) : [];
    const name = said.findLast(([key]) => key?.endsWith('.name'))?.[1] ?? '';
    return said.flatMap(([key, mail = '']) => (key?.endsWith('.email') && ADDRESS.test(mail) ? [{ name: name.replace(/[<>]/g, ''), mail }] : []));
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
    return parseTags(await this.#ask(question), this.#wide);
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

  /** Co-authors and the lead through .mailmap. Authors are already; git does not do it for trailers and settings by itself. */
  async #mapped<T extends Commit & { readonly merged: readonly Commit[] }>(
    lists: readonly (readonly T[])[],
    lead: readonly Signature[],
  ): Promise<readonly [T[][], readonly Signature[]]> {
    const commits = lists.flatMap((list) => list.flatMap((landing) => [landing, ...landing.merged]));
    const written = [...new Set([...commits.flatMap(({ coAuthors }) => coAuthors), ...lead].map(formatSignature))];
    if (written.length === 0) return [lists.map((list) => [...list]), lead];
    const mapped = (await this.#ask(['check-mailmap', '--stdin'], `${written.join('\n')}\n`)).split('\n');
    const known = new Map(written.map((signature, index) => [signature, parseSignature(mapped[index] ?? '')]));
    const through = (signature: Signature): Signature => known.get(formatSignature(signature)) ?? signature;
    const renamed = <C extends Commit>(commit: C): C => ({ ...commit, coAuthors: commit.coAuthors.map(through) });
    return [lists.map((list) => list.map((landing) => ({ ...renamed(landing), merged: landing.merged.map(renamed) }))), lead.map(through)];
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
