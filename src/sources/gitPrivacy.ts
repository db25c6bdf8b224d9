import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { GIT_SECONDS, type GitProblem } from '../core/evidence/problems';
import type { GitFacts, HistoryFacts, IgnoreRule, RemoteFacts, RepositoryFacts } from '../core/privacy/facts';
import { withDeadline } from './deadline';
import { runGit, type GitAnswer } from './gitCommand';
import { problemOf } from './repositories';

export interface PrivacyQuestion {
  /** The folder asked about, absolute. It need not be there. */
  readonly folder: string;
  /** The git program, as the editor knows it. */
  readonly git: string;
  readonly signal: AbortSignal;
  /** How long git may take in one repository, in milliseconds. */
  readonly limit?: number;
}

/** A repository in a repository in a repository is as far as anybody goes on purpose. */
const MOST_AROUND = 3;
/** As many commits are asked about in one command: Windows takes 32,767 characters. */
const AT_ONCE = 400;
/** Beyond, only the oldest are asked about: what holds a newer one holds an older one, too. */
const MOST_COMMITS = 2_000;
const NOT_ONE = /not a git repository|must be run in a work tree|cannot use bare repository/i;

/**
 * What git knows of a folder: whether it ignores or tracks its files, and which commits, branches and remotes hold any of it. Reads only,
 * never touches the network. Never rejects: what git cannot say is among the problems, and the rest is there.
 */
export async function readGitPrivacy({ folder, git, signal, limit = GIT_SECONDS * 1000 }: PrivacyQuestion): Promise<GitFacts> {
  const repositories: RepositoryFacts[] = [];
  const problems: GitProblem[] = [];
  let from: string | undefined = await nearest(folder);
  const whole = join(await realpath(from), relative(from, folder));
  for (let around = 0; from !== undefined && around < MOST_AROUND; around += 1) {
    const start: string = from;
    const found = await withDeadline(signal, limit, (deadline) => new FolderReader(git, whole, { given: signal, deadline }).read(start));
    problems.push(...found.problems);
    const { facts } = found;
    if (facts && (around === 0 || holdsSome(facts))) repositories.push(facts);
    from = facts && dirname(facts.root) !== facts.root ? dirname(facts.root) : undefined;
  }
  return { repositories, problems };
}

const holdsSome = ({ tracked, history }: RepositoryFacts): boolean => tracked > 0 || (history !== undefined && history.commits + history.lost > 0);

/** The folder, or the nearest above it that is there. */
async function nearest(folder: string): Promise<string> {
  for (let place = folder; dirname(place) !== place; place = dirname(place)) {
    const isThere = await access(place).then(() => true, () => false);
    if (isThere) return place;
  }
  return folder;
}

interface Found {
  readonly facts?: RepositoryFacts;
  readonly problems: readonly GitProblem[];
}

/** A commit that changed something below the folder, with its time in seconds. */
type Held = readonly [hash: string, seconds: number];

class FolderReader {
  #root = '';
  #path = '';

  constructor(
    private readonly git: string,
    private readonly folder: string,
    private readonly signals: { readonly given: AbortSignal; readonly deadline: AbortSignal },
  ) {}

  /** @param start a folder that is there, from which git looks upwards */
  async read(start: string): Promise<Found> {
    const answer = await this.#ask(start, ['rev-parse', '--show-toplevel', '--is-shallow-repository']);
    if (answer.kind !== 'said') return this.#nothing(answer, start);
    const [, top = start, shallow] = /^([^]*?)\r?\n(true|false)\r?\n$/.exec(answer.output) ?? [];
    this.#root = await realpath(top).catch(() => top);
    this.#path = relative(this.#root, this.folder).split(sep).join('/');
    const tracked = await this.#files('--cached');
    const open = await this.#files('--others', '--exclude-standard');
    const ignored = await this.#files('--others', '--ignored', '--exclude-standard');
    const rule = await this.#rule(ignored[0] ?? open[0] ?? tracked[0]);
    const history = await this.#history();
    const stopped = this.signals.deadline.aborted && !this.signals.given.aborted;
    const counts = { tracked: tracked.length, open: open.length, ignored: ignored.length };
    return {
      facts: { root: this.#root, path: this.#path, shallow: shallow === 'true', ...counts, ...(rule && { rule }), ...('commits' in history && { history }) },
      problems: stopped ? [{ code: 'tooSlow', repository: basename(this.#root) }] : 'code' in history ? [history] : [],
    };
  }

  #nothing(answer: Exclude<GitAnswer, { kind: 'said' }>, start: string): Found {
    if (answer.kind === 'refused' && NOT_ONE.test(answer.reason)) return { problems: [] };
    const problem = problemOf(answer, basename(start), start, this.signals.given);
    return { problems: problem ? [problem] : [] };
  }

  #ask(folder: string, args: readonly string[], input?: string): Promise<GitAnswer> {
    return runGit({ git: this.git, folder, signal: this.signals.deadline }, args, input);
  }

  /** What the folder is called in this repository, as no pattern. */
  get #pathspec(): string {
    return this.#path === '' ? '.' : `:(top,literal)${this.#path}`;
  }

  /** Files below the folder. What git says of a repository that lies in between is not about them. */
  async #files(...which: readonly string[]): Promise<readonly string[]> {
    const answer = await this.#ask(this.#root, ['ls-files', '-z', ...which, '--', this.#pathspec]);
    const begin = this.#path === '' ? '' : `${this.#path}/`;
    return answer.kind === 'said' ? answer.output.split('\0').filter((file) => file !== '' && !file.endsWith('/') && file.startsWith(begin)) : [];
  }

  async #rule(file: string | undefined): Promise<IgnoreRule | undefined> {
    if (file === undefined) return undefined;
    const answer = await this.#ask(this.#root, ['check-ignore', '--verbose', '-z', '--no-index', '--stdin'], `${file}\0`);
    const [source, line, pattern] = answer.kind === 'said' ? answer.output.split('\0') : [];
    return source && pattern !== undefined ? { file: source, line: Number(line), pattern } : undefined;
  }

  async #history(): Promise<HistoryFacts | GitProblem> {
    const held = await this.#commits('--all');
    if ('code' in held) return held;
    const lost = await this.#commits('--reflog', '--not', '--all');
    if ('code' in lost) return lost;
    const references = await this.#references(held.map(([hash]) => hash));
    const times = held.map(([, time]) => time);
    const remotes = await this.#remotes(references.flatMap((name) => within(name, 'refs/remotes/')));
    const known = /^refs\/(?:heads|remotes|tags)\/|^refs\/stash$/;
    const others = references.filter((name) => !known.test(name));
    return {
      commits: held.length,
      ...(times.length > 0 && { first: isoOf(Math.min(...times)), last: isoOf(Math.max(...times)) }),
      lost: lost.length,
      branches: references.flatMap((name) => within(name, 'refs/heads/')),
      tags: references.flatMap((name) => within(name, 'refs/tags/')),
      stashed: references.includes('refs/stash'),
      remotes,
      others: held.length > 0 && references.length === 0 ? ['HEAD'] : others,
    };
  }

  /** Commits that changed something below the folder, each with its time in seconds. Merges are followed on both sides. */
  async #commits(...from: readonly string[]): Promise<readonly Held[] | GitProblem> {
    const answer = await this.#ask(this.#root, ['log', '--full-history', '--no-renames', '--format=%H %ct', ...from, '--', this.#pathspec]);
    if (answer.kind === 'said') return Array.from(answer.output.matchAll(/^(\w+) (\d+)$/gm), ([, hash = '', seconds]): Held => [hash, Number(seconds)]);
    return problemOf(answer, basename(this.#root), this.#root, this.signals.given) ?? { code: 'tooSlow', repository: basename(this.#root) };
  }

  /** Full names of references that hold one of the commits. */
  async #references(commits: readonly string[]): Promise<readonly string[]> {
    const names = new Set<string>();
    const oldest = commits.slice(-MOST_COMMITS);
    for (let from = 0; from < oldest.length; from += AT_ONCE) {
      const contains = oldest.slice(from, from + AT_ONCE).flatMap((hash) => ['--contains', hash]);
      const answer = await this.#ask(this.#root, ['for-each-ref', '--format=%(refname)%09%(symref)', ...contains]);
      if (answer.kind !== 'said') continue;
      for (const [name = '', pointsTo] of answer.output.split('\n').map((line) => line.split('\t'))) if (name !== '' && pointsTo === '') names.add(name);
    }
    return [...names];
  }

  /** @param branches as `origin/main` */
  async #remotes(branches: readonly string[]): Promise<readonly RemoteFacts[]> {
    if (branches.length === 0) return [];
    const answer = await this.#ask(this.#root, ['remote', '--verbose']);
    const pushed = /^([^\t\n]+)\t(.+) \(push\)$/gm;
    const addresses = new Map(Array.from(answer.kind === 'said' ? answer.output.matchAll(pushed) : [], ([, name = '', address = '']) => [name, address] as const));
    const facts = new Map<string, string[]>();
    for (const branch of branches) {
      const name = [...addresses.keys()].find((each) => branch.startsWith(`${each}/`)) ?? branch.slice(0, branch.indexOf('/'));
      facts.set(name, [...(facts.get(name) ?? []), branch.slice(name.length + 1)]);
    }
    return [...facts].map(([name, held]) => ({ name, address: withoutSecrets(addresses.get(name) ?? ''), branches: held }));
  }
}

const within = (name: string, space: string): readonly string[] => (name.startsWith(space) ? [name.slice(space.length)] : []);
const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** An address without the name and the word that it signs in with. */
function withoutSecrets(address: string): string {
  return address.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
}
