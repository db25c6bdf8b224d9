import pLimit from 'p-limit';
import { GIT_SECONDS, type GitProblem } from '../core/evidence/problems';
import type { Sign } from '../core/journal/schema';
import type { SignState } from '../core/plan/sign';
import { CHANGE_FORMAT, contentState, MESSAGE_FORMAT, MessageHistory, parseChanges, parseMessages, pathState, type PathChange } from '../core/plan/signHistory';
import { withDeadline } from './deadline';
import { defaultBranch } from './defaultBranch';
import { NO_HELPERS, runGit, type GitPlace } from './gitCommand';
import { AT_ONCE, findRepositories, problemOf, type Repository } from './repositories';

/** The sign of one promise. */
export interface AskedSign {
  /** The promise's id. */
  readonly id: string;
  readonly sign: Sign;
  /** When it was promised: ISO 8601 UTC. What was so before is no answer. */
  readonly since: string;
}

export interface SignQuestion {
  /** Only signs that `isAskable`. */
  readonly signs: readonly AskedSign[];
  /** The folders of the workspace. */
  readonly folders: readonly string[];
  /** The git program, as the editor knows it. */
  readonly git: string;
  /** Gives the asking up. */
  readonly signal: AbortSignal;
  /** How long git may take in one repository, in milliseconds. */
  readonly limit?: number;
}

export interface SignAnswer {
  /** By the promise's id. Of a repository that is not open nothing is known. */
  readonly states: ReadonlyMap<string, SignState & { readonly root: string }>;
  readonly problems: readonly GitProblem[];
  /** The names of the repositories that are open. */
  readonly repositories: readonly string[];
}

/** More is not read of the history since a promise. */
const MOST_COMMITS = 20_000;
/** Of one file no more contents are looked through. */
const MOST_CONTENTS = 200;
const LITERAL = '--literal-pathspecs';

/**
 * Asks git what became of promises: on the default branch of each repository, all signs of a kind with one command. Reads only: never touches the
 * network, runs nothing that a repository brings. Never rejects: what git cannot do is in `problems`.
 */
export async function askSigns({ signs: asked, folders, git, signal, limit = GIT_SECONDS * 1000 }: SignQuestion): Promise<SignAnswer> {
  const signs = asked.map((each) => ({ ...each, since: wholeSecond(each.since) }));
  const states = new Map<string, SignState & { readonly root: string }>();
  if (signs.length === 0) return { states, problems: [], repositories: [] };
  const { repositories, problems } = await findRepositories({ folders, git, signal, limit });
  const atOnce = pLimit(AT_ONCE);
  const answers = await Promise.all(
    repositories.map((repository) => {
      const about = signs.filter(({ sign }) => sign.repository === undefined || sign.repository === repository.name);
      return atOnce(() => withDeadline(signal, limit, (deadline) => new SignAsker(git, repository, { given: signal, deadline }).ask(about)));
    }),
  );
  for (const { found, root } of answers) for (const [id, state] of found) if (isTold(state, states.get(id))) states.set(id, { ...state, root });
  return { states, problems: [...problems, ...answers.flatMap((answer) => answer.problems)], repositories: repositories.map(({ name }) => name) };
}

/** Git's times are in whole seconds: what was committed in the second of the promise came after it. */
const wholeSecond = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

const WEIGHT: Readonly<Record<SignState['state'], number>> = { landed: 2, removed: 1, notYet: 0 };

/** A promise that names no repository is kept where one of them says so. */
const isTold = (state: SignState, before: SignState | undefined): boolean => before === undefined || WEIGHT[state.state] > WEIGHT[before.state];

interface Stops {
  readonly given: AbortSignal;
  readonly deadline: AbortSignal;
}

/** Asks one repository, once. */
class SignAsker {
  readonly #problems: GitProblem[] = [];
  readonly #place: GitPlace;

  constructor(
    git: string,
    private readonly repository: Repository,
    private readonly stops: Stops,
  ) {
    this.#place = { git, folder: repository.root, signal: stops.deadline };
  }

  async ask(signs: readonly AskedSign[]): Promise<{ readonly root: string; readonly found: ReadonlyMap<string, SignState>; readonly problems: readonly GitProblem[] }> {
    const { root } = this.repository;
    const found = new Map<string, SignState>();
    const of = (...kinds: readonly string[]): readonly AskedSign[] => signs.filter(({ sign }) => kinds.includes(sign.kind));
    const branch = signs.length === 0 ? { problem: undefined } : await defaultBranch(this.#place, this.repository, this.stops.given);
    if ('at' in branch) {
      const [paths, messages] = await Promise.all([this.#paths(branch.at, of('path', 'contains')), this.#messages(branch.at, of('commit', 'branch'))]);
      for (const [id, state] of [...paths, ...messages]) found.set(id, state);
    } else if (branch.problem) this.#problems.push(branch.problem);
    return { root, found: this.#problems.length > 0 ? new Map() : found, problems: this.#problems };
  }

  async #paths(tip: string, signs: readonly AskedSign[]): Promise<readonly (readonly [string, SignState])[]> {
    if (signs.length === 0) return [];
    const paths = [...new Set(signs.map(({ sign }) => pathOf(sign)))];
    const log = ['log', '--first-parent', '-m', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-color', '--no-notes', ...NO_HELPERS, `--max-count=${MOST_COMMITS}`, `--since=${oldest(signs)}`, `--format=${CHANGE_FORMAT}`, '--end-of-options', tip, '--', ...paths];
    const [changed, there] = await Promise.all([this.#said([LITERAL, ...log]), this.#said(['cat-file', '--batch-check=%(objectname) %(objecttype)'], paths.map((path) => `${tip}:${path}\n`).join(''))]);
    const now = new Map(there.split('\n').map((line, i) => [paths[i] ?? '', BLOB_OR_TREE.exec(line)?.[1]]));
    const changes = parseChanges(changed);
    const asked = pLimit(AT_ONCE);
    return Promise.all(
      signs.map(async ({ id, sign, since }) => {
        const path = pathOf(sign);
        const own = changes.filter((each) => (each.path === path || each.path.startsWith(`${path}/`)) && Date.parse(each.at) >= Date.parse(since));
        const state = sign.kind === 'path' ? pathState(own, path, now.get(path) !== undefined) : await asked(() => this.#content(sign, own.filter((each) => each.path === path), now.get(path)));
        return [id, state] as const;
      }),
    );
  }

  /** One look through all contents that a file had since. */
  async #content(sign: Sign, changes: readonly PathChange[], now: string | undefined): Promise<SignState> {
    const known = changes.slice(0, MOST_CONTENTS);
    const blobs = [...new Set([now ?? '', ...known.flatMap(({ before, after }) => [after, before])])].filter((blob) => /[1-9a-f]/.test(blob));
    if (blobs.length === 0) return { state: 'notYet' };
    const said = await runGit(this.#place, ['grep', '--no-color', '--no-textconv', '-F', '-l', '-z', '-e', sign.text ?? '', ...blobs]);
    // Git ends with 1 and says nothing where no content has it.
    const having = new Set(said.kind === 'said' ? said.output.split('\0') : []);
    if (said.kind !== 'said' && !(said.kind === 'refused' && said.reason === '')) this.#say(said);
    return contentState(known, (blob) => having.has(blob), now !== undefined && having.has(now));
  }

  async #messages(tip: string, signs: readonly AskedSign[]): Promise<readonly (readonly [string, SignState])[]> {
    if (signs.length === 0) return [];
    const log = ['log', '-z', '--no-color', '--no-notes', '--no-patch', ...NO_HELPERS, '--encoding=UTF-8', `--max-count=${MOST_COMMITS}`, `--since=${oldest(signs)}`, `--format=${MESSAGE_FORMAT}`, '--end-of-options', tip];
    const history = new MessageHistory(parseMessages(await this.#said(log)));
    return signs.map(({ id, sign, since }) => [id, sign.kind === 'commit' ? history.mentions(sign.text ?? '', since) : history.merged(sign.branch ?? '', since)] as const);
  }

  async #said(args: readonly string[], input = ''): Promise<string> {
    const answer = await runGit(this.#place, args, input);
    if (answer.kind === 'said') return answer.output;
    this.#say(answer);
    return '';
  }

  #say(answer: Parameters<typeof problemOf>[0]): void {
    const problem = problemOf(answer, this.repository.name, this.repository.root, this.stops.given);
    if (problem) this.#problems.push(problem);
  }
}

const BLOB_OR_TREE = /^([0-9a-f]{40,64}) (?:blob|tree)$/;

/** From the root of the repository. */
const pathOf = ({ path = '' }: Sign): string => path.trim().replace(/^\.?\/+/, '').replace(/\/+$/, '');

const oldest = (signs: readonly AskedSign[]): string => new Date(Math.min(...signs.map(({ since }) => Date.parse(since)))).toISOString();
